/** What nobody may do alone, what may not be erased, how long things are kept, and what was done about it. */
import { TextInput } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ApplyPrivacy, useChangePrivacy } from '../data/change-privacy.ts';
import { actsQuery, holdsQuery, proposalsQuery, retentionQuery } from '../data/privacy-queries.ts';
import { faultWords } from '../language/code-words.ts';
import type { PrivacyAct } from '../language/en/privacy.data.ts';
import { useText } from '../language/language-context.ts';
import { Holds } from '../parts/holds.tsx';
import { Empty, PageHead, Panel, Pending } from '../parts/page.tsx';
import { Requests } from '../parts/requests.tsx';
import { Retention } from '../parts/retention.tsx';
import { useMay } from '../parts/session.ts';
import { SmallTable } from '../parts/small-table.tsx';
import { Facts, Moment } from '../parts/values.tsx';
import { TargetInput, targetOf, type Why, WhyForm } from '../parts/why-form.tsx';
import styles from '../style/page.module.css';

export function PrivacyPage() {
  const all = useText();
  const words = all.privacy;
  const may = useMay();
  const { change, apply } = useChangePrivacy();
  const acting = { isPending: change.isPending, apply };
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div className={styles.stack}>
        <div role="status">
          {change.isError && <p>{faultWords(all, change.error)}</p>}
          {change.isSuccess && (change.data === null ? <p>{words.done}</p> : <Told {...change.data} />)}
        </div>
        <RequestsPanel {...acting} />
        {may('erasure.ask') && <ErasurePanel {...acting} />}
        {may('holds.read') && <HoldsPanel {...acting} />}
        {may('retention.read') && <RetentionPanel {...acting} />}
        {may('acts.read') && <ActsPanel />}
      </div>
    </>
  );
}

interface Acting {
  isPending: boolean;
  apply: ApplyPrivacy;
}

function Told({ user, assurance }: { user: string; assurance: string }) {
  const { privacy: words } = useText();
  return (
    <Panel title={words.revealed}>
      <Facts
        entries={[
          [words.user, <bdi key="user">{user}</bdi>],
          [words.assurance, words.assurances[assurance] ?? assurance],
        ]}
      />
    </Panel>
  );
}

/** What was read, or what stands there until it is. */
function Read<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  return of.data !== undefined ? children(of.data) : <Pending of={of} rows={2} />;
}

function RequestsPanel(acting: Acting) {
  const { privacy: words } = useText();
  const may = useMay();
  const proposals = useQuery(proposalsQuery(!may('proposals.read')));
  return (
    <Panel title={words.requests}>
      <Read of={proposals}>{({ items }) => <Requests items={items} {...acting} />}</Read>
      {may('reveal.ask') && (
        <WhyForm
          label={words.askReveal}
          isPending={acting.isPending}
          ask={(form, why) => acting.apply({ kind: 'askReveal', incident: String(form.get('incident')).trim(), why })}
        >
          <TextInput
            name="incident"
            label={words.incident}
            description={words.incidentHint}
            required
            autoComplete="off"
          />
        </WhyForm>
      )}
    </Panel>
  );
}

function ErasurePanel({ isPending, apply }: Acting) {
  const { privacy: words } = useText();
  const ask = async (form: FormData, why: Why) => {
    const target = targetOf(form);
    return target !== null && apply({ kind: 'askErasure', target, why });
  };
  return (
    <Panel title={words.kinds.erasure}>
      <p className={styles.hint}>{words.erasureHint}</p>
      <WhyForm label={words.askErasure} isPending={isPending} ask={ask}>
        <TargetInput isRequired />
      </WhyForm>
    </Panel>
  );
}

function HoldsPanel(acting: Acting) {
  const { privacy: words } = useText();
  const holds = useQuery(holdsQuery);
  return (
    <Panel title={words.holds}>
      <Read of={holds}>{({ items }) => <Holds items={items} {...acting} />}</Read>
    </Panel>
  );
}

function RetentionPanel(acting: Acting) {
  const { privacy: words } = useText();
  const retention = useQuery(retentionQuery);
  return (
    <Panel title={words.retention}>
      <Read of={retention}>{(found) => <Retention key={found.since ?? 'never'} retention={found} {...acting} />}</Read>
    </Panel>
  );
}

function ActsPanel() {
  const { privacy: words } = useText();
  const acts = useQuery(actsQuery);
  return (
    <Panel title={words.acts}>
      <Read of={acts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.noActs} />
          ) : (
            <SmallTable headers={words.actHeaders}>
              {items.map(({ id, at, actor, act, subject }) => (
                <tr key={id}>
                  <td>
                    <Moment ms={at} />
                  </td>
                  <td>
                    <bdi>{actor}</bdi>
                  </td>
                  <td>{words.actNames[act as PrivacyAct] ?? act}</td>
                  <td className={styles.code}>{subject}</td>
                </tr>
              ))}
            </SmallTable>
          )
        }
      </Read>
    </Panel>
  );
}
