/** A new enrolment token: for whom, until when, for how many. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import type { useMakeToken } from '../data/change-enrolment.ts';
import { faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';

/** The end of a local day; undefined for no day. */
function endOfDay(date: string): number | undefined {
  if (date === '') return undefined;
  const [year, month, day] = date.split('-').map(Number);
  return new Date(year!, month! - 1, day! + 1).getTime() - 1;
}

/** Today where the browser is, as a date field has it: the Swedish way of writing a date. */
const today = () => new Intl.DateTimeFormat('sv-SE').format();

export function TokenForm({ make, done }: { make: ReturnType<typeof useMakeToken>; done: () => void }) {
  const all = useText();
  const words = all.text.tokens;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [label, expires, most] = ['label', 'expires', 'most'].map((name) => String(form.get(name)).trim());
    const expiresAt = endOfDay(expires!);
    const limits = {
      ...(expiresAt !== undefined && { expiresAt }),
      ...(most !== '' && { maxUses: Number(most) }),
    };
    make.mutate({ label: label!, ...limits }, { onSuccess: done });
  };
  return (
    <form className={styles.form} aria-label={words.add} onSubmit={submit}>
      <Group align="start">
        <TextInput name="label" label={words.label} description={words.labelHint} maxLength={120} required autoFocus />
        <TextInput name="expires" type="date" label={words.expires} description={words.expiresHint} min={today()} />
        <TextInput
          name="most"
          type="number"
          label={words.most}
          description={words.mostHint}
          min={1}
          max={10_000_000}
          step={1}
        />
      </Group>
      <div role="alert">{make.error !== null && <Text c="var(--bad-text)">{faultWords(all, make.error)}</Text>}</div>
      <Group>
        <Button type="submit" loading={make.isPending}>
          {words.create}
        </Button>
        <Button variant="default" onClick={done}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
}
