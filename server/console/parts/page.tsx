/** The frame of a page: its heading, its panels, and what stands there while it loads, fails or has nothing to show. */
import { Anchor, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type ReactNode, use, useEffect, useRef } from 'react';
import { Fault, UNREACHABLE } from '../data/client.ts';
import { faultWords } from '../language/code-words.ts';
import { useFormats, useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { SessionContext } from './session.ts';

interface HeadProps {
  title: string;
  lead?: ReactNode;
  /** Where the list is that this page is one entry of. */
  back?: { to: '/decisions' | '/incidents' | '/devices'; label: string };
  children?: ReactNode;
}

export function PageHead({ title, lead, back, children }: HeadProps) {
  const { text } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(text.pageTitle(title));
  // After a link was followed its focus is gone with the old page: go on reading from the new heading.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles.head}>
      <div>
        {back !== undefined && (
          <Anchor component={Link} to={back.to} className={styles.back}>
            ← {back.label}
          </Anchor>
        )}
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      </div>
      {children}
    </header>
  );
}

export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.panelHead}>
        <Title order={2}>{title}</Title>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function Loading({ rows }: { rows: number }) {
  const { text } = useText();
  return (
    <Stack gap="sm" role="status" aria-label={text.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={String(row)} height={44} />
      ))}
    </Stack>
  );
}

interface Asked {
  /** Null while it is still being read. */
  error: unknown;
  refetch(): unknown;
}

/** What stands where data will be: that it is being read, or what went wrong and the way to try again. */
export function Pending({ of: { error, refetch }, rows }: { of: Asked; rows: number }) {
  return error === null ? <Loading rows={rows} /> : <Failed error={error} retry={() => void refetch()} />;
}

export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Text fw={650}>{title}</Text>
      {hint !== undefined && <Text className={styles.hint}>{hint}</Text>}
      {children}
    </div>
  );
}

/** Why there is nothing to show, in plain words, and the way on. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const all = useText();
  const { text } = all;
  const { list } = useFormats();
  const session = use(SessionContext);
  const isAway = error instanceof Fault && error.code === UNREACHABLE;
  const isMissing = error instanceof Fault && (error.status === 404 || error.status === 400);
  const isForbidden = error instanceof Fault && error.code === 'no_permission';
  const [title, hint] = isForbidden
    ? [
        text.fault.forbidden,
        text.fault.forbiddenHint(list((session?.roles ?? []).map((role) => all.roleNames[role])) || text.nothing),
      ]
    : isAway
      ? [text.fault.unreachable, text.fault.unreachableHint]
      : isMissing
        ? [text.fault.missing, text.fault.missingHint]
        : [text.fault.failed, error instanceof Fault ? faultWords(all, error) : undefined];
  return (
    <div role="alert" className={styles.panel}>
      <Empty title={title} {...(hint !== undefined && { hint })}>
        <Button variant="default" onClick={retry}>
          {text.retry}
        </Button>
      </Empty>
    </div>
  );
}

/** The last resort of a page that threw while it was shown. */
export function Crashed({ reset }: { reset: () => void }) {
  const { text } = useText();
  return (
    <div role="alert" className={styles.panel}>
      <Empty title={text.fault.crashed}>
        <Button variant="default" onClick={reset}>
          {text.retry}
        </Button>
      </Empty>
    </div>
  );
}
