/** What a receiver refuses: seen, tried again, or dropped for good. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeadLetter } from '../../api/connectors.ts';
import { after } from '../data/after.ts';
import { useChangeConnector } from '../data/change-connectors.ts';
import { deadLettersQuery } from '../data/queries.ts';
import { deliveryWords, faultWords } from '../language/code-words.ts';
import { useFormats, useText } from '../language/language-context.ts';
import styles from '../style/page.module.css';
import { Confirm } from './confirm.tsx';
import { Pending } from './page.tsx';
import { SmallTable } from './small-table.tsx';
import { useToast } from './toasts.tsx';
import { Moment } from './values.tsx';

interface Props {
  /** Of the connector. */
  name: string;
  count: number;
  mayManage: boolean;
}

export function DeadLetters({ name, count, mayManage }: Props) {
  const { text } = useText();
  const words = text.connectors;
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.part} aria-label={words.letters}>
      <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.hideLetters : words.showLetters(count)}
      </Button>
      {isOpen && <List name={name} count={count} mayManage={mayManage} />}
    </section>
  );
}

function List({ name, count, mayManage }: Props) {
  const { text } = useText();
  const words = text.connectors;
  const asked = useQuery(deadLettersQuery(name));
  const { data } = asked;
  const { retry, isPending } = useRetry(name);
  if (data === undefined) return <Pending of={asked} rows={2} />;
  const headers = [words.position, words.why, words.count, words.lastTry];
  return (
    <>
      <p className={styles.hint}>{words.lettersHint}</p>
      <SmallTable headers={mayManage ? [...headers, words.acts] : headers}>
        {data.items.map((letter) => (
          <Row key={letter.position} name={name} letter={letter} mayManage={mayManage} />
        ))}
      </SmallTable>
      {count > data.items.length && <p className={styles.hint}>{words.lettersMore(data.items.length)}</p>}
      {mayManage && data.items.some(({ isDue }) => !isDue) && (
        <div className={styles.acts}>
          <Button size="compact-sm" variant="default" loading={isPending} onClick={() => retry(true)}>
            {words.retryAll}
          </Button>
        </div>
      )}
    </>
  );
}

function useRetry(name: string) {
  const all = useText();
  const { text } = all;
  const words = all.text.connectors;
  const toast = useToast();
  const { mutateAsync, isPending } = useChangeConnector(name);
  const retry = (which: true | number[]) =>
    after(
      mutateAsync({ kind: 'replay', from: { deadLetters: which } }),
      (done) => {
        if (done.kind === 'replay') toast({ title: words.retried(done.answer.deadLetters), detail: name });
      },
      (error) => toast({ title: text.fault.failed, detail: faultWords(all, error) }),
    );
  return { retry, isPending };
}

function Row({ name, letter, mayManage }: { name: string; letter: DeadLetter; mayManage: boolean }) {
  const all = useText();
  const words = all.text.connectors;
  const { number } = useFormats();
  const { position, at, code, tries, isDue } = letter;
  const toast = useToast();
  const { retry, isPending } = useRetry(name);
  const dropping = useChangeConnector(name);
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    dropping.reset();
  };
  return (
    <tr>
      <td className="num">{number(position)}</td>
      <td>
        {deliveryWords(all, code)} <bdi className={styles.code}>{code}</bdi>
      </td>
      <td className="num">{tries}</td>
      <td>
        <Moment ms={at} />
      </td>
      {mayManage && (
        <td>
          <span className={styles.chips}>
            {isDue ? (
              words.isDue
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.retryOne(position)}
                loading={isPending}
                onClick={() => retry([position])}
              >
                {words.retry}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.dropOne(position)}
              onClick={() => setAsking(true)}
            >
              {words.drop}
            </Button>
          </span>
          <Confirm
            opened={isAsking}
            title={words.dropOne(position)}
            what={words.dropWhat}
            act={words.drop}
            isDangerous
            isPending={dropping.isPending}
            error={dropping.error}
            onClose={close}
            onSubmit={() =>
              after(dropping.mutateAsync({ kind: 'drop', position }), () => {
                close();
                toast({ title: words.dropped, detail: name });
              })
            }
          />
        </td>
      )}
    </tr>
  );
}
