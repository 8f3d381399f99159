/** One incident: what it is about, the work on it, and everything that was done so far. */
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { DecisionItem } from '../../api/decisions.ts';
import type { IncidentDetail } from '../../api/incidents.ts';
import { incidentQuery } from '../data/queries.ts';
import { fieldWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import { ActionChip, ClassChips, SeverityChip, StatusChip } from '../parts/chips.tsx';
import { IncidentForm } from '../parts/incident-form.tsx';
import { PageHead, Panel, Pending } from '../parts/page.tsx';
import { useMay } from '../parts/session.ts';
import { Copyable, DeviceAndPerson, Facts, Moment } from '../parts/values.tsx';
import layout from '../style/incident.module.css';
import styles from '../style/page.module.css';

export function IncidentPage() {
  const { text, incidentKinds, incidentHints } = useText();
  const words = text.incident;
  const back = { to: '/incidents', label: words.back } as const;
  const may = useMay();
  const { id } = useParams({ from: '/incidents/$id' });
  const asked = useQuery(incidentQuery(id));
  const { data: detail } = asked;
  if (detail === undefined) {
    return (
      <>
        <PageHead title={words.title} back={back} />
        <Pending of={asked} rows={6} />
      </>
    );
  }
  const { incident, decision, history } = detail;
  return (
    <>
      <PageHead
        title={incidentKinds[incident.kind]}
        back={back}
        lead={
          <span className={styles.chips}>
            <SeverityChip severity={incident.severity} />
            <StatusChip status={incident.status} />
            {incidentHints[incident.kind]}
          </span>
        }
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {decision === null ? <AboutChain incident={incident} /> : <AboutDecision decision={decision} />}
          <History createdAt={incident.createdAt} history={history} />
        </div>
        {may('incidents.work') && (
          <Panel title={words.work}>
            <IncidentForm key={id} incident={incident} history={history} />
          </Panel>
        )}
      </div>
    </>
  );
}

function AboutDecision({ decision }: { decision: DecisionItem }) {
  const { text, choices, effects } = useText();
  const words = text.incident;
  return (
    <Panel
      title={words.decision}
      aside={
        <Anchor component={Link} to={`/decisions/${decision.id}`} size="sm">
          {text.decision.title} →
        </Anchor>
      }
    >
      <Facts
        entries={[
          [text.decision.action, <ActionChip key="action" action={decision.action} />],
          [text.decision.findings, <ClassChips key="classes" counts={decision.classes} />],
          [text.decisions.columns.app, <bdi key="app">{`${decision.app} (${decision.host})`}</bdi>],
          [text.decision.person, choices[decision.userChoice]],
          [text.decision.effect, decision.effect === null ? text.decision.noEffect : effects[decision.effect.state]],
          [text.decision.rule, <bdi key="rule">{decision.decisive ?? text.decision.noRules}</bdi>],
          [text.decision.device, <DeviceAndPerson key="device" id={decision.device} person={decision.person} />],
          [text.decision.decidedAt, <Moment key="time" ms={decision.ts} />],
        ]}
      />
    </Panel>
  );
}

function AboutChain({ incident: { device, person, chain, seq } }: { incident: IncidentDetail['incident'] }) {
  const { text } = useText();
  const words = text.incident;
  return (
    <Panel title={words.place}>
      <p className={styles.hint}>{words.noDecision}</p>
      <Facts
        entries={[
          [text.decision.device, <Copyable key="device" value={device} label={text.decision.device} />],
          ...(person === null
            ? []
            : [[text.decision.subject, <bdi key="person">{person}</bdi>] as [string, React.ReactNode]]),
          ...(chain === null
            ? []
            : [[words.place, <Copyable key="chain" value={chain} label={words.place} />] as [string, React.ReactNode]]),
          ...(seq === null ? [] : [[text.decision.number, words.record(seq)] as [string, string]]),
        ]}
      />
    </Panel>
  );
}

function History({ createdAt, history }: { createdAt: number; history: IncidentDetail['history'] }) {
  const all = useText();
  const words = all.text.incident;
  return (
    <Panel title={words.history}>
      <ol className={layout.history}>
        <li>
          <span>
            <strong>{words.opened}</strong>{' '}
            <span className={styles.hint}>
              {words.system}, <Moment ms={createdAt} />
            </span>
          </span>
        </li>
        {history.map(({ at, actor, changes, note }, index) => (
          // Only ever grows at its end.
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own and never move
          <li key={index}>
            <span>
              <strong>
                <bdi>{actor === 'system' ? words.system : actor}</bdi>
              </strong>{' '}
              <span className={styles.hint}>
                <Moment ms={at} />
              </span>
            </span>
            {Object.entries(changes).map(([field, { from, to }]) => (
              <span key={field}>
                {all.fields[field] ?? field}
                {all.text.colon}
                <bdi>{fieldWords(all, field, from)}</bdi> → <bdi>{fieldWords(all, field, to)}</bdi>
              </span>
            ))}
            {note !== null && (
              <p className={layout.note} dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
