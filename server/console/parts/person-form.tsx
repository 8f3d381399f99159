/** A new person, or what can be changed about one. */
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { PersonItem } from '../../api/people.ts';
import type { Role } from '../../auth/permissions.ts';
import type { PersonChange } from '../data/change-people.ts';
import { useText } from '../language/language-context.ts';
import { Panel } from './page.tsx';

interface Props {
  /** Null: a new one. */
  person: PersonItem | null;
  isPending: boolean;
  apply(change: PersonChange): void;
  cancel(): void;
}

export function PersonForm({ person, isPending, apply, cancel }: Props) {
  const { text, roles } = useText();
  const words = text.people;
  const [given, setGiven] = useState<string[]>(person?.roles ?? []);
  const isElsewhere = person?.source === 'oidc';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = given as Role[];
    if (person !== null) apply({ kind: 'patch', name: person.name, patch: { roles: chosen } });
    else apply({ kind: 'create', name: String(new FormData(event.currentTarget).get('name')).trim(), roles: chosen });
  };
  return (
    <Panel title={person === null ? words.add : words.change(person.name)}>
      <form onSubmit={submit}>
        <Stack>
          {person === null && <TextInput name="name" label={words.name} maxLength={128} maw={360} required autoFocus />}
          {isElsewhere ? (
            <Text>{words.fromProvider}</Text>
          ) : (
            <Checkbox.Group label={words.roles} value={given} onChange={setGiven}>
              <Stack gap="xs" mt="xs">
                {Object.entries(roles).map(([role, label]) => (
                  <Checkbox key={role} value={role} label={label} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Group>
            {!isElsewhere && (
              <Button type="submit" loading={isPending} disabled={given.length === 0}>
                {person === null ? words.create : words.save}
              </Button>
            )}
            {person !== null && <Acts person={person} apply={apply} />}
            <Button variant="default" onClick={cancel}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function Acts({ person: { name, source, disabledAt }, apply }: { person: PersonItem } & Pick<Props, 'apply'>) {
  const { text } = useText();
  const words = text.people;
  const isOpen = disabledAt === null;
  return (
    <>
      {source === 'local' && (
        <Button variant="default" onClick={() => apply({ kind: 'reset', name })}>
          {words.reset}
        </Button>
      )}
      <Button variant="default" onClick={() => apply({ kind: 'signOut', name })}>
        {words.signOut}
      </Button>
      <Button variant="default" onClick={() => apply({ kind: 'patch', name, patch: { disabled: isOpen } })}>
        {isOpen ? words.close : words.reopen}
      </Button>
    </>
  );
}
