/** Who else is told what happens here: how far each connector has come, what went wrong, and what can be done. */
import { useQuery } from '@tanstack/react-query';
import type { ConnectorItem } from '../../api/connectors.ts';
import { connectorsQuery } from '../data/queries.ts';
import { deliveryWords } from '../language/code-words.ts';
import { useFormats, useText } from '../language/language-context.ts';
import { Chip, ConnectorStateChip } from '../parts/chips.tsx';
import { ConnectorActs } from '../parts/connector-acts.tsx';
import { DeadLetters } from '../parts/dead-letters.tsx';
import { Empty, Failed, Loading, PageHead, Panel } from '../parts/page.tsx';
import { useMay } from '../parts/session.ts';
import { Facts, Moment } from '../parts/values.tsx';
import styles from '../style/page.module.css';

export function ConnectorsPage() {
  const { text } = useText();
  const words = text.connectors;
  const { data, error, refetch } = useQuery(connectorsQuery);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {data === undefined ? (
        error === null ? (
          <Loading rows={4} />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : data.items.length === 0 ? (
        <div className={styles.panel}>
          <Empty title={words.empty} hint={words.emptyHint} />
        </div>
      ) : (
        <div className={styles.stack}>
          {data.items.map((connector) => (
            <Connector key={connector.name} connector={connector} />
          ))}
        </div>
      )}
    </>
  );
}

function Connector({ connector }: { connector: ConnectorItem }) {
  const { text, connectorTypes } = useText();
  const words = text.connectors;
  const mayManage = useMay()('connectors.manage');
  const backlog = useBacklog(connector);
  const { name, type, target, state, position, feedSize, delivered, deadLetters } = connector;
  const number = (value: string) => (
    <span key={value} className="num">
      {value}
    </span>
  );
  return (
    <Panel title={name} aside={<ConnectorStateChip state={state} />}>
      <Facts
        entries={[
          [
            words.target,
            <span key="target">
              {connectorTypes[type]} <bdi className={styles.code}>{target}</bdi>
            </span>,
          ],
          [words.backlog, number(backlog)],
          [words.place, number(words.placeOf(position, feedSize))],
          [words.delivered, number(words.entries(delivered))],
          [
            words.lastSuccess,
            connector.lastSuccessAt === null ? words.never : <Moment key="success" ms={connector.lastSuccessAt} />,
          ],
          [words.lastError, <LastError key="error" connector={connector} />],
          [
            words.letters,
            deadLetters === 0 ? (
              words.noLetters
            ) : (
              <Chip key="letters" tone="bad">
                {words.entries(deadLetters)}
              </Chip>
            ),
          ],
        ]}
      />
      {deadLetters > 0 && <DeadLetters name={name} count={deadLetters} mayManage={mayManage} />}
      {mayManage && <ConnectorActs connector={connector} />}
    </Panel>
  );
}

function useBacklog({ lag, lagMs }: ConnectorItem): string {
  const words = useText().text.connectors;
  const { length } = useFormats();
  return lag === 0 ? words.upToDate : `${words.entries(lag)}, ${words.oldest(length(lagMs))}`;
}

function LastError({ connector: { lastError, lastErrorAt, failures, retryAt } }: { connector: ConnectorItem }) {
  const all = useText();
  const words = all.text.connectors;
  if (lastError === null || lastErrorAt === null) return words.noError;
  return (
    <>
      {deliveryWords(all, lastError)} <bdi className={styles.code}>{lastError}</bdi>, <Moment ms={lastErrorAt} />
      {failures > 0 && (
        <div className={styles.hint}>
          {words.tries(failures)}
          {retryAt !== null && (
            <>
              , {words.nextTry} <Moment ms={retryAt} />
            </>
          )}
        </div>
      )}
    </>
  );
}
