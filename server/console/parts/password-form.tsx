/** Choosing another password: on one's own page, and before anything else when the password was made by somebody else. */
import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useRef } from 'react';
import { call, Fault } from '../data/client.ts';
import { faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';

const MIN_LENGTH = 12;

export function PasswordForm() {
  const all = useText();
  const words = all.text.account;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (body: { current: string; next: string }) => call('POST /v1/session/password', { body }),
    onSuccess: () => {
      form.current?.reset();
      return client.invalidateQueries();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    change.mutate({ current: String(given.get('current')), next: String(given.get('next')) });
  };
  const length = { minLength: MIN_LENGTH, maxLength: 1024 };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack align="stretch" maw={360}>
        <PasswordInput name="current" label={words.current} autoComplete="current-password" maxLength={1024} required />
        <PasswordInput
          name="next"
          label={words.next}
          description={words.nextHint}
          autoComplete="new-password"
          {...length}
          required
        />
        <div role="status">
          {change.isSuccess && <Text>{words.changed}</Text>}
          {change.error !== null && (
            <Text c="var(--bad-text)">{isWrong(change.error) ? words.wrong : faultWords(all, change.error)}</Text>
          )}
        </div>
        <Button type="submit" loading={change.isPending}>
          {words.change}
        </Button>
      </Stack>
    </form>
  );
}

const isWrong = (error: Error) => error instanceof Fault && error.code === 'wrong_credentials';
