/** One decision: what happened, why, and whether its record holds. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { RecordOf } from '../../../lib/records/record.ts';
import type { DecisionDetail } from '../../api/decisions.ts';
import { decisionQuery } from '../data/queries.ts';
import { useFormats, useText } from '../language/language-context.ts';
import { ActionChip, Chip } from '../parts/chips.tsx';
import { IncidentLinks } from '../parts/incident-links.tsx';
import { PageHead, Panel, Pending } from '../parts/page.tsx';
import { Proof, RecordBytes } from '../parts/proof.tsx';
import { SmallTable } from '../parts/small-table.tsx';
import { Copyable, DeviceName, Facts, Moment } from '../parts/values.tsx';
import styles from '../style/page.module.css';

type DecisionRecord = RecordOf<'decision'>;

export function DecisionPage() {
  const { text } = useText();
  const words = text.decision;
  const { id } = useParams({ from: '/decisions/$id' });
  const asked = useQuery(decisionQuery(id));
  const { data: detail } = asked;
  const back = { to: '/decisions', label: words.back } as const;
  if (detail === undefined) {
    return (
      <>
        <PageHead title={words.title} back={back} />
        <Pending of={asked} rows={6} />
      </>
    );
  }
  const { decision, verification, incidents } = detail;
  const record = readRecord(detail.record);
  return (
    <>
      <PageHead
        title={words.title}
        back={back}
        lead={
          <span className={styles.chips}>
            <ActionChip action={decision.action} />
            <bdi>{decision.app}</bdi> · <Moment ms={decision.ts} />
          </span>
        }
      >
        <Chip tone={verification.ok ? 'good' : 'bad'}>{verification.ok ? words.holds : words.holdsNot}</Chip>
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <What detail={detail} record={record} />
          {record !== null && <Findings record={record} />}
          <Rules detail={detail} />
          <RecordBytes record={detail.record} isReadable={record !== null} />
        </div>
        <div className={styles.stack}>
          {incidents.length > 0 && <IncidentLinks incidents={incidents} />}
          <Proof detail={detail} />
        </div>
      </div>
    </>
  );
}

function What({ detail: { decision }, record }: { detail: DecisionDetail; record: DecisionRecord | null }) {
  const { accountKinds, channels, text, actions, choices, effects, reasons } = useText();
  const { milliseconds } = useFormats();
  const words = text.decision;
  const person = decision.person ?? record?.subject.ref;
  return (
    <Panel title={words.what}>
      <Facts
        entries={[
          [words.action, actions[decision.action]],
          ...(decision.wouldAction === decision.action
            ? []
            : [[words.would, actions[decision.wouldAction]] as [string, string]]),
          [words.person, choices[decision.userChoice]],
          [
            words.effect,
            decision.effect === null ? (
              words.noEffect
            ) : (
              <span key="effect" className={styles.chips}>
                {effects[decision.effect.state]}
                {decision.effect.agreement === 'disagree' && <Chip tone="bad">{words.disagrees}</Chip>}
              </span>
            ),
          ],
          [words.reason, reasons[decision.reason] ?? decision.reason],
          [text.decisions.columns.app, <bdi key="app">{`${decision.app} (${decision.host})`}</bdi>],
          [words.channel, channels[decision.channel as keyof typeof channels] ?? decision.channel],
          [words.account, accountKinds[decision.accountKind as keyof typeof accountKinds] ?? decision.accountKind],
          [words.device, <DeviceName key="device" id={decision.device} />],
          ...(person === undefined
            ? []
            : [[words.subject, <bdi key="subject">{person}</bdi>] as [string, React.ReactNode]]),
          [words.receivedAt, <Moment key="received" ms={decision.receivedAt} />],
          ...(record === null ? [] : [[words.took, milliseconds(record.latency_ms)] as [string, string]]),
        ]}
      />
    </Panel>
  );
}

function Findings({ record: { findings } }: { record: DecisionRecord }) {
  const { text, classes } = useText();
  const { percent } = useFormats();
  const words = text.decision;
  return (
    <Panel title={words.findings}>
      {findings.length === 0 ? (
        words.noFindings
      ) : (
        <SmallTable headers={[words.type, words.class, words.number, words.confidence]}>
          {findings.map(({ type, class: dataClass, count, conf_pm }) => (
            <tr key={`${dataClass} ${type}`}>
              <td className={styles.code}>{type}</td>
              <td>{classes[dataClass]}</td>
              <td className="num">{count}</td>
              <td className="num">{percent(conf_pm)}</td>
            </tr>
          ))}
        </SmallTable>
      )}
    </Panel>
  );
}

function Rules({ detail: { decision } }: { detail: DecisionDetail }) {
  const { text, actions, modes } = useText();
  const words = text.decision;
  return (
    <Panel title={words.rules}>
      {decision.rules.length === 0 ? (
        <p className={styles.hint}>{words.noRules}</p>
      ) : (
        <SmallTable headers={[words.rule, words.action, words.mode]}>
          {decision.rules.map(({ id, ver, action, mode }) => (
            <tr key={id}>
              <td>
                <bdi className={styles.code}>{id}</bdi> <span className={styles.hint}>{words.ruleVersion(ver)}</span>{' '}
                {id === decision.decisive && <Chip tone="info">{words.decisive}</Chip>}
              </td>
              <td>{actions[action]}</td>
              <td>{modes[mode]}</td>
            </tr>
          ))}
        </SmallTable>
      )}
      <h3>{words.policy}</h3>
      {decision.policy === null ? (
        words.noPolicy
      ) : (
        <Facts
          entries={[
            [words.policy, text.overview.version(decision.policy.version)],
            [words.digest, <Copyable key="digest" value={decision.policy.digest} label={words.digest} />],
          ]}
        />
      )}
    </Panel>
  );
}

/** Null when stored bytes were changed to something that is no decision: then only the bytes are shown. */
function readRecord(bytes: string): DecisionRecord | null {
  try {
    const record = JSON.parse(bytes) as DecisionRecord;
    return record.kind === 'decision' && Array.isArray(record.findings) ? record : null;
  } catch {
    return null;
  }
}
