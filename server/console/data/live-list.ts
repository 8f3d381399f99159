/** Pages of a list that is asked for once and kept up to date by what the stream brings. Pure. */
import type { InfiniteData } from '@tanstack/react-query';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** Newest first, as the endpoint sorts: by time, then by id. */
function isBefore(a: { time: number; id: string }, b: { time: number; id: string }): boolean {
  return a.time === b.time ? a.id > b.id : a.time > b.time;
}

/** The pages with an item replaced in its place. The same object when none of them has it. */
export function replaceItem<T extends { id: string }>(pages: Pages<T>, item: T): Pages<T> {
  if (!pages.pages.some(({ items }) => items.some(({ id }) => id === item.id))) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.map((old) => (old.id === item.id ? item : old)) })),
  };
}

/**
 * The pages with an item in its place. One that belongs behind what was loaded stays out: it comes with its own page.
 * @param timeOf What the endpoint sorts by.
 */
export function insertItem<T extends { id: string }>(pages: Pages<T>, item: T, timeOf: (item: T) => number): Pages<T> {
  const replaced = replaceItem(pages, item);
  if (replaced !== pages) return replaced;
  const key = (one: T) => ({ time: timeOf(one), id: one.id });
  const isHere = ({ items }: Page<T>) => items.some((other) => isBefore(key(item), key(other)));
  const found = pages.pages.findIndex(isHere);
  const isComplete = pages.pages.at(-1)?.nextCursor === null;
  if (found === -1 && !isComplete) return pages;
  const at = found === -1 ? pages.pages.length - 1 : found;
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      if (index !== at) return page;
      const before = page.items.filter((other) => !isBefore(key(item), key(other)));
      return { ...page, items: [...before, item, ...page.items.slice(before.length)] };
    }),
  };
}

/**
 * Keep rows that arrived since `known` out of sight, so that nothing moves under the reader's hand. Rows behind the last
 * known one are an older page that was asked for.
 */
export function holdArrivals<T extends { id: string }>(items: T[], known: ReadonlySet<string>) {
  const last = items.findLastIndex(({ id }) => known.has(id));
  const shown = items.filter(({ id }, index) => index > last || known.has(id));
  return { shown, held: items.length - shown.length };
}
