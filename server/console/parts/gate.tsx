/**
 * Nothing is shown without a session. When one ends, the address stays and so does what was typed into it: after signing
 * in again the same page is there.
 */
import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useRef } from 'react';
import type { SessionResponse } from '../../api/session.ts';
import { call, Fault } from '../data/client.ts';
import { sessionQuery, signInWaysQuery } from '../data/queries.ts';
import { SESSION_KEY } from '../data/query-client.ts';
import icon from '../icon.svg';
import { faultWords } from '../language/code-words.ts';
import { useLanguage, useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import styles from '../style/shell.module.css';
import { LanguageChoice } from './language-choice.tsx';
import { Failed } from './page.tsx';
import { PasswordForm } from './password-form.tsx';

export function Gate({ children }: { children: (session: SessionResponse) => ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const hadSession = useRef(false);
  if (session) {
    hadSession.current = true;
    return session.mustChange ? <OwnPassword /> : children(session);
  }
  if (session === null) return <SignIn hasEnded={hadSession.current} />;
  return (
    <main className={styles.alone}>{error !== null && <Failed error={error} retry={() => void refetch()} />}</main>
  );
}

function SignIn({ hasEnded }: { hasEnded: boolean }) {
  const { words: all, chosenHere, choose } = useLanguage();
  const { text } = all;
  const client = useQueryClient();
  const { data: ways } = useQuery(signInWaysQuery);
  useDocumentTitle(text.pageTitle(text.signIn.title));
  const signIn = useMutation({
    mutationFn: (body: { user: string; password: string }) =>
      call('POST /v1/session', { body: { ...body, ...(chosenHere !== null && { language: chosenHere }) } }),
    onSuccess: (session) => {
      // What was read before may belong to somebody else, or be half of a change that was cut off.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      client.setQueryData(SESSION_KEY, session);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ user: String(form.get('user')), password: String(form.get('password')) });
  };
  return (
    <main className={styles.alone}>
      <form className={styles.card} onSubmit={submit}>
        <Stack>
          <div>
            <img src={icon} alt="" width="40" height="40" />
            <Title order={1} size={24}>
              {text.product}
            </Title>
            <Text c="dimmed">{hasEnded ? text.signIn.ended : text.signIn.lead}</Text>
          </div>
          {ways?.provider && (
            <Button component="a" href={ways.provider.startAt}>
              {text.signIn.at(ways.provider.host)}
            </Button>
          )}
          {ways?.provider && ways.local && <Text c="dimmed">{text.signIn.or}</Text>}
          {ways?.local !== false && (
            <>
              <TextInput
                name="user"
                label={text.signIn.user}
                autoComplete="username"
                maxLength={128}
                required
                autoFocus
              />
              <PasswordInput
                name="password"
                label={text.signIn.password}
                autoComplete="current-password"
                maxLength={1024}
                required
              />
              <div role="alert">
                {signIn.error !== null && <Text c="var(--bad-text)">{wordsFor(all, signIn.error)}</Text>}
              </div>
              <Button type="submit" loading={signIn.isPending}>
                {text.signIn.submit}
              </Button>
            </>
          )}
          <LanguageChoice choose={choose} />
        </Stack>
      </form>
    </main>
  );
}

function OwnPassword() {
  const { text } = useText();
  useDocumentTitle(text.pageTitle(text.account.password));
  return (
    <main className={styles.alone}>
      <div className={styles.card}>
        <Title order={1} size={24}>
          {text.account.password}
        </Title>
        <Text>{text.account.made}</Text>
        <PasswordForm />
      </div>
    </main>
  );
}

function wordsFor(words: Words, error: Error): string {
  const { text } = words;
  if (error instanceof Fault && error.status === 429) return text.signIn.tooMany;
  return faultWords(words, error);
}
