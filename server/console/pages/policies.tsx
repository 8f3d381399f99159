/** The policy that devices are given, drafts that wait for somebody else's consent, and what each changes. */
import { FileInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PublicationItem } from '../../api/policies.ts';
import { useChangePrivacy } from '../data/change-privacy.ts';
import { publicationsQuery } from '../data/privacy-queries.ts';
import { faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import { Chip, type Tone } from '../parts/chips.tsx';
import { PageHead, Panel, Pending } from '../parts/page.tsx';
import { Requests } from '../parts/requests.tsx';
import { useMay } from '../parts/session.ts';
import { SmallTable } from '../parts/small-table.tsx';
import { Copyable, Facts, Moment } from '../parts/values.tsx';
import { WhyForm } from '../parts/why-form.tsx';
import styles from '../style/page.module.css';

type Change = PublicationItem['changes'][number];
const TONES: Record<Change['kind'], Tone> = {
  added: 'info',
  removed: 'warn',
  weakened: 'bad',
  strengthened: 'good',
  reworded: 'calm',
  changed: 'info',
};

export function PoliciesPage() {
  const all = useText();
  const words = all.text.policies;
  const may = useMay();
  const asked = useQuery(publicationsQuery);
  const { change, apply } = useChangePrivacy();
  const { current = null, items = [] } = asked.data ?? {};
  const waiting = items.filter(({ proposal: { state } }) => state === 'open' || state === 'approved');
  const submit = async (form: FormData, reason: string) =>
    apply({ kind: 'askPolicy', envelope: await (form.get('file') as File).text(), reason });
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div className={styles.stack}>
        <div role="status">
          {change.isError && <p>{faultWords(all, change.error)}</p>}
          {change.isSuccess && <p>{words.done}</p>}
        </div>
        <Panel title={words.current}>
          {asked.data === undefined ? (
            <Pending of={asked} rows={2} />
          ) : current === null ? (
            <p>{words.none}</p>
          ) : (
            <Facts
              entries={[
                [words.version, current.version],
                [words.digest, <Copyable key="digest" value={current.digest} label={words.digest} />],
                [words.since, <Moment key="since" ms={current.addedAt} />],
              ]}
            />
          )}
        </Panel>
        <Panel title={words.drafts}>
          <Requests items={items.map(({ proposal }) => proposal)} isPending={change.isPending} apply={apply} />
          {waiting.some(({ proposal }) => proposal.needs.length === 0) && <p className={styles.hint}>{words.alone}</p>}
          {may('policy.ask') && (
            <WhyForm
              label={words.ask}
              hasPurpose={false}
              isPending={change.isPending}
              ask={(form, { reason }) => submit(form, reason)}
            >
              <FileInput
                name="file"
                label={words.file}
                description={words.fileHint}
                placeholder={words.choose}
                accept=".json"
                required
              />
            </WhyForm>
          )}
        </Panel>
        {waiting.map(({ proposal: { id }, version, changes }) => (
          <Panel key={id} title={words.changes(version)}>
            <Changes changes={changes} />
          </Panel>
        ))}
      </div>
    </>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const words = useText().text.policies;
  if (changes.length === 0) return <p>{words.noChanges}</p>;
  return (
    <SmallTable headers={words.headers}>
      {changes.map(({ kind, subject, detail, weakens }) => (
        <tr key={`${kind} ${subject} ${detail}`}>
          <td>
            <span className={styles.chips}>
              <Chip tone={TONES[kind]}>{words.kinds[kind]}</Chip>
              {weakens && <Chip tone="bad">{words.weakens}</Chip>}
            </span>
          </td>
          <td>
            <code>{subject}</code>
          </td>
          <td>{detail}</td>
        </tr>
      ))}
    </SmallTable>
  );
}
