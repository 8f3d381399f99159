/** What needs somebody now: open incidents first, then what was decided, then whether the fleet reports. */
import { Anchor } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentItem } from '../../api/incidents.ts';
import type { SummaryResponse } from '../../api/summary.ts';
import { fitsInbox, SEVERITIES } from '../data/incident-filter.ts';
import { incidentsQuery, summaryQuery } from '../data/queries.ts';
import { useFormats, useText } from '../language/language-context.ts';
import { Chip, SEVERITY_TONES, SeverityChip } from '../parts/chips.tsx';
import { LinkIf } from '../parts/link-if.tsx';
import { Empty, Failed, Loading, PageHead, Panel } from '../parts/page.tsx';
import { useMay } from '../parts/session.ts';
import { DeviceAndPerson, Facts, Moment } from '../parts/values.tsx';
import styles from '../style/overview.module.css';
import page from '../style/page.module.css';

const URGENT_SHOWN = 6;

export function OverviewPage() {
  const { text } = useText();
  const words = text.overview;
  const { data: summary, error, refetch } = useQuery(summaryQuery);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {summary === undefined ? (
        error === null ? (
          <Loading rows={5} />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <Counts summary={summary} />
      )}
    </>
  );
}

function Counts({ summary }: { summary: SummaryResponse }) {
  const { text, severities } = useText();
  const words = text.overview;
  const may = useMay();
  return (
    <>
      <ul className={styles.tiles} aria-label={words.open}>
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <LinkIf
              needs="incidents.read"
              to="/incidents"
              search={{ status: 'any', severity }}
              className={styles.tile}
              data-tone={summary.openIncidents[severity] !== 0 ? SEVERITY_TONES[severity] : undefined}
            >
              <strong className="num">{summary.openIncidents[severity] ?? words.few(summary.minGroup)}</strong>
              <span>{severities[severity]}</span>
            </LinkIf>
          </li>
        ))}
      </ul>
      <div className={page.columns}>
        <div className={page.stack}>
          {may('incidents.read') && <Urgent summary={summary} />}
          <Decided decisions={summary.decisions} minGroup={summary.minGroup} />
        </div>
        <div className={page.stack}>
          <Fleet summary={summary} />
          <Discovered sites={summary.discovered} />
        </div>
      </div>
    </>
  );
}

function Urgent({ summary: { openIncidents } }: { summary: SummaryResponse }) {
  const { text, incidentKinds } = useText();
  const words = text.overview;
  const critical = useInfiniteQuery(incidentsQuery({ severity: 'critical' }, URGENT_SHOWN));
  const high = useInfiniteQuery(incidentsQuery({ severity: 'high' }, URGENT_SHOWN));
  const itemsOf = ({ data }: typeof critical, severity: IncidentItem['severity']) =>
    (data?.pages ?? []).flatMap(({ items }) => items).filter((incident) => fitsInbox(incident, { severity }));
  const urgent = [...itemsOf(critical, 'critical'), ...itemsOf(high, 'high')].slice(0, URGENT_SHOWN);
  const isCalm = Object.values(openIncidents).every((count) => count === 0);
  return (
    <Panel
      title={words.urgent}
      aside={
        <Anchor component={Link} to="/incidents" size="sm">
          {words.all}
        </Anchor>
      }
    >
      {critical.isPending || high.isPending ? (
        <Loading rows={3} />
      ) : urgent.length === 0 ? (
        isCalm ? (
          <Empty title={words.calm} hint={words.calmHint} />
        ) : (
          <Empty title={words.noneUrgent} />
        )
      ) : (
        <ul className={styles.urgent}>
          {urgent.map((incident) => (
            <li key={incident.id}>
              <SeverityChip severity={incident.severity} />
              <Anchor component={Link} to={`/incidents/${incident.id}`}>
                {incidentKinds[incident.kind]}
              </Anchor>
              <span className={styles.device}>
                <DeviceAndPerson id={incident.device} person={incident.person} />
              </span>
              <span className={page.hint}>
                <Moment ms={incident.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface DecidedProps {
  decisions: SummaryResponse['decisions'];
  minGroup: number | null;
}

function Decided({ decisions: { total, byAction, byClass }, minGroup }: DecidedProps) {
  const { text, actions, classes } = useText();
  const { number } = useFormats();
  const words = text.overview;
  const shown = (Object.keys(actions) as (keyof typeof actions)[]).filter((action) => byAction[action] !== 0).reverse();
  const told = (count: number | null) => (count === null ? words.few(minGroup) : number(count));
  const share = (count: number | null) => (count === null || total === null ? 0 : Math.max(1, (100 * count) / total));
  const found = Object.entries(byClass) as [keyof typeof classes, number | null][];
  return (
    <Panel
      title={words.decisions}
      aside={<span className={page.hint}>{total === null ? words.fewOnly(minGroup) : words.total(total)}</span>}
    >
      {total === 0 ? (
        <Empty title={words.noDecisions} />
      ) : (
        <>
          <ul className={styles.bars}>
            {shown.map((action) => (
              <li key={action}>
                <LinkIf needs="decisions.read" to="/decisions" search={{ action, range: '24h' }}>
                  <span>{actions[action]}</span>
                  <span className={styles.bar} aria-hidden="true">
                    <i style={{ inlineSize: `${share(byAction[action])}%` }} />
                  </span>
                  <span className="num">{told(byAction[action])}</span>
                </LinkIf>
              </li>
            ))}
          </ul>
          <h3>{words.byClass}</h3>
          {found.length === 0 ? (
            <span className={page.hint}>{words.noFindings}</span>
          ) : (
            <span className={page.chips}>
              {found.map(([dataClass, count]) => (
                <LinkIf
                  key={dataClass}
                  needs="decisions.read"
                  to="/decisions"
                  search={{ class: dataClass, range: '24h' }}
                >
                  <Chip tone="calm">
                    {classes[dataClass]}
                    {text.colon}
                    {told(count)}
                  </Chip>
                </LinkIf>
              ))}
            </span>
          )}
        </>
      )}
    </Panel>
  );
}

function Discovered({ sites }: { sites: SummaryResponse['discovered'] }) {
  const { text } = useText();
  const words = text.overview;
  return (
    <Panel title={words.discovered}>
      {sites.length === 0 ? (
        <Empty title={words.noneDiscovered} />
      ) : (
        <Facts entries={sites.map(({ domain, devices, times }) => [domain, words.discoveredOn(devices, times)])} />
      )}
    </Panel>
  );
}

function Fleet({ summary: { devices, deadLetters, policy, minGroup } }: { summary: SummaryResponse }) {
  const { text } = useText();
  const { number } = useFormats();
  const words = text.overview;
  const silent = devices.active === null ? null : devices.total - devices.active;
  return (
    <Panel title={words.fleet}>
      <Facts
        entries={[
          [
            words.devices,
            <LinkIf key="devices" needs="devices.read" to="/devices">
              <span className="num">{number(devices.total)}</span>
            </LinkIf>,
          ],
          [
            words.silent,
            <LinkIf key="silent" needs="devices.read" to="/devices" search={{ state: 'silent' }}>
              <Chip tone={silent === null ? 'calm' : silent > 0 ? 'warn' : 'good'}>
                {silent === null ? words.unknownFew(minGroup) : number(silent)}
              </Chip>
            </LinkIf>,
          ],
          [
            words.refused,
            <span key="refused">
              <Chip tone={deadLetters > 0 ? 'bad' : 'good'}>{number(deadLetters)}</Chip>
              {deadLetters > 0 && <div className={page.hint}>{words.refusedHint}</div>}
            </span>,
          ],
          [
            words.policy,
            policy === null ? (
              words.noPolicy
            ) : (
              <span key="policy">
                {words.version(policy.version)} <span className={page.code}>{policy.digest.slice(0, 12)}</span>
                <div className={page.hint}>
                  <Moment ms={policy.publishedAt} />
                </div>
              </span>
            ),
          ],
        ]}
      />
    </Panel>
  );
}
