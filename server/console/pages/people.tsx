/** Who may sign in and what they may do; for those who manage people also how that changes. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonItem } from '../../api/people.ts';
import { type PersonChange, useChangePeople } from '../data/change-people.ts';
import { peopleQuery } from '../data/queries.ts';
import { faultWords } from '../language/code-words.ts';
import { useFormats, useText } from '../language/language-context.ts';
import { Chip } from '../parts/chips.tsx';
import { Failed, Loading, PageHead, Panel } from '../parts/page.tsx';
import { PersonForm } from '../parts/person-form.tsx';
import { useMay, useSession } from '../parts/session.ts';
import { SmallTable } from '../parts/small-table.tsx';
import { Copyable, Moment } from '../parts/values.tsx';
import styles from '../style/page.module.css';

export function PeoplePage() {
  const all = useText();
  const words = all.text.people;
  const { data, error, refetch } = useQuery(peopleQuery);
  const may = useMay();
  const change = useChangePeople();
  const [editing, setEditing] = useState<PersonItem | 'new' | null>(null);
  const apply = (asked: PersonChange) => change.mutate(asked, { onSuccess: () => setEditing(null) });
  const mayManage = may('people.manage');
  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        {mayManage && <Button onClick={() => setEditing('new')}>{words.add}</Button>}
      </PageHead>
      <div className={styles.stack}>
        <div role="status">
          {change.isError && <p>{faultWords(all, change.error)}</p>}
          {change.isSuccess && <Outcome asked={change.variables} once={change.data} />}
        </div>
        {editing !== null && (
          <PersonForm
            key={editing === 'new' ? '' : editing.name}
            person={editing === 'new' ? null : editing}
            isPending={change.isPending}
            apply={apply}
            cancel={() => setEditing(null)}
          />
        )}
        <Panel title={words.title}>
          {data !== undefined ? (
            <List people={data.items} edit={mayManage ? setEditing : null} />
          ) : error === null ? (
            <Loading rows={4} />
          ) : (
            <Failed error={error} retry={() => void refetch()} />
          )}
        </Panel>
      </div>
    </>
  );
}

function Outcome({ asked, once }: { asked: PersonChange; once: { name: string; password: string } | null }) {
  const { text } = useText();
  const words = text.people;
  if (once === null) return <p>{asked.kind === 'signOut' ? words.signedOut(asked.name) : words.done(asked.name)}</p>;
  return (
    <Panel title={words.once(once.name)}>
      <Copyable value={once.password} label={words.once(once.name)} />
      <p className={styles.hint}>{words.onceHint}</p>
    </Panel>
  );
}

function List({ people, edit }: { people: PersonItem[]; edit: ((person: PersonItem) => void) | null }) {
  const { roleNames, text } = useText();
  const { list } = useFormats();
  const words = text.people;
  const { user } = useSession();
  return (
    <SmallTable
      headers={[
        ...[words.name, words.roles, words.source, words.seen, words.state],
        ...(edit === null ? [] : [words.edit]),
      ]}
    >
      {people.map((person) => (
        <tr key={person.name}>
          <td>
            <bdi>{person.name}</bdi> {person.name === user && <span className={styles.hint}>({words.you})</span>}
          </td>
          <td>{person.roles.length === 0 ? text.nothing : list(person.roles.map((role) => roleNames[role]))}</td>
          <td>{words[person.source]}</td>
          <td>{person.seenAt === null ? words.never : <Moment ms={person.seenAt} />}</td>
          <td>
            <Chip tone={person.disabledAt === null ? 'good' : 'grave'}>
              {person.disabledAt === null ? words.open : words.closed}
            </Chip>{' '}
            {person.mustChange && <span className={styles.hint}>{words.mustChange}</span>}
          </td>
          {edit !== null && (
            <td>
              {person.name === user ? (
                <span className={styles.hint}>{words.ownHint}</span>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.change(person.name)}
                  onClick={() => edit(person)}
                >
                  {words.edit}
                </Button>
              )}
            </td>
          )}
        </tr>
      ))}
    </SmallTable>
  );
}
