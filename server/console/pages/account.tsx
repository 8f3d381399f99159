/** What the person who is signed in may do, their password, and where else they are signed in. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Language } from '../../../lib/language/language.ts';
import { call } from '../data/client.ts';
import { ownSessionsQuery, sessionQuery } from '../data/queries.ts';
import { useText } from '../language/language-context.ts';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { PageHead, Panel, Pending } from '../parts/page.tsx';
import { PasswordForm } from '../parts/password-form.tsx';
import { useSession } from '../parts/session.ts';
import { SmallTable } from '../parts/small-table.tsx';
import { useToast } from '../parts/toasts.tsx';
import { Moment } from '../parts/values.tsx';
import styles from '../style/page.module.css';

export function AccountPage() {
  const { text, roles } = useText();
  const words = text.account;
  const session = useSession();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div className={styles.stack}>
        <Panel title={words.roles}>
          <ul>
            {session.roles.map((role) => (
              <li key={role}>{roles[role]}</li>
            ))}
          </ul>
        </Panel>
        <OwnLanguage />
        <OwnSessions />
        {session.hasPassword && (
          <Panel title={words.password}>
            <PasswordForm />
          </Panel>
        )}
      </div>
    </>
  );
}

function OwnLanguage() {
  const { text } = useText();
  const client = useQueryClient();
  const toast = useToast();
  const keep = useMutation({
    mutationFn: (language: Language) => call('PUT /v1/session/language', { body: { language } }),
    // Taken up at once, and given up again when it could not be kept.
    onMutate: (language) =>
      client.setQueryData(sessionQuery.queryKey, (session) => (session ? { ...session, language } : session)),
    onError: () => {
      toast({ title: text.language.notKept });
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <Panel title={text.language.label}>
      <LanguageChoice hint={text.language.hint} choose={keep.mutate} />
    </Panel>
  );
}

function OwnSessions() {
  const { text } = useText();
  const words = text.account;
  const client = useQueryClient();
  const asked = useQuery(ownSessionsQuery);
  const { data } = asked;
  const end = useMutation({
    mutationFn: (id: string) => call('DELETE /v1/sessions/{id}', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  if (data === undefined) return <Pending of={asked} rows={2} />;
  return (
    <Panel title={words.sessions}>
      <SmallTable headers={[words.agent, words.began, words.seen, words.end]}>
        {data.items.map(({ id, agent, createdAt, seenAt, isThis }) => (
          <tr key={id}>
            <td>
              <bdi>{agent || text.nothing}</bdi>
            </td>
            <td>
              <Moment ms={createdAt} />
            </td>
            <td>
              <Moment ms={seenAt} />
            </td>
            <td>
              {isThis ? (
                words.here
              ) : (
                <Button size="compact-sm" variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
                  {words.end}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </SmallTable>
    </Panel>
  );
}
