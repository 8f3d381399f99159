/** Around a live list: its pages, what it holds back, and the states in which there is no list. */
import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../language/language-context.ts';
import styles from '../style/table.module.css';
import type { useHeldRows } from './held-rows.ts';
import { Empty, Pending } from './page.tsx';

interface Props {
  query: Pick<
    UseInfiniteQueryResult,
    'isPending' | 'isError' | 'error' | 'data' | 'refetch' | 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage'
  >;
  held: ReturnType<typeof useHeldRows>;
  empty: { title: string; hint?: string };
  /** What the button says that shows so many new rows. */
  arrived: (count: number) => string;
  children: ReactNode;
}

export function LiveList({ query, held, empty, arrived, children }: Props) {
  const { text } = useText();
  if (query.data === undefined) {
    return <Pending of={query} rows={8} />;
  }
  const count = held.shown.length;
  return (
    <>
      <div {...held.pointer}>
        <div className={styles.arrived} role="status">
          {held.held > 0 && (
            <Button size="compact-md" radius="xl" onClick={held.release}>
              {arrived(held.held)}
            </Button>
          )}
        </div>
        <div className={styles.box} {...held.focus}>
          {count === 0 ? <Empty {...empty} /> : children}
        </div>
      </div>
      {count > 0 && (
        <div className={styles.more}>
          <span>{text.decisions.shown(count)}</span>
          {query.hasNextPage ? (
            <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {text.decisions.older}
            </Button>
          ) : (
            <span>{text.decisions.end}</span>
          )}
        </div>
      )}
    </>
  );
}
