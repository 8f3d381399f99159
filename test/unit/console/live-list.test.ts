import { describe, expect, it } from 'vitest';
import { holdArrivals, insertItem, type Pages, replaceItem } from '../../../server/console/data/live-list.ts';

interface Row {
  id: string;
  time: number;
  text?: string;
}
const row = (time: number, id = `r${time}`): Row => ({ id, time });
const timeOf = ({ time }: Row) => time;

function pagesOf(...pages: Row[][]): Pages<Row> {
  const hasMore = pages.at(-1)?.at(-1)?.time !== 0;
  return {
    pages: pages.map((items, at) => ({ items, nextCursor: at < pages.length - 1 || hasMore ? `after ${at}` : null })),
    pageParams: pages.map(() => undefined),
  };
}
const timesOf = ({ pages }: Pages<Row>) => pages.map(({ items }) => items.map(({ time }) => time));

describe('insertItem', () => {
  it('puts a new row first', () => {
    expect(timesOf(insertItem(pagesOf([row(5), row(4)]), row(6), timeOf))).toEqual([[6, 5, 4]]);
  });

  it('puts one that comes late in its place, in whichever page that is', () => {
    const pages = pagesOf([row(9), row(7)], [row(5), row(3)]);
    expect(timesOf(insertItem(pages, row(8), timeOf))).toEqual([
      [9, 8, 7],
      [5, 3],
    ]);
    expect(timesOf(insertItem(pages, row(6), timeOf))).toEqual([
      [9, 7],
      [6, 5, 3],
    ]);
  });

  it('sorts equal times by id, as the endpoint does', () => {
    const pages = pagesOf([row(5, 'c'), row(5, 'a')]);
    expect(insertItem(pages, row(5, 'b'), timeOf).pages[0]!.items.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('leaves out what belongs behind the last page that was loaded', () => {
    const pages = pagesOf([row(9), row(7)]);
    expect(insertItem(pages, row(3), timeOf)).toBe(pages);
  });

  it('appends it when everything was loaded, and fills an empty list', () => {
    expect(timesOf(insertItem(pagesOf([row(9), row(0)]), { id: 'x', time: -1 }, timeOf))).toEqual([[9, 0, -1]]);
    const empty: Pages<Row> = { pages: [{ items: [], nextCursor: null }], pageParams: [undefined] };
    expect(timesOf(insertItem(empty, row(1), timeOf))).toEqual([[1]]);
  });

  it('never lists a row twice', () => {
    const pages = pagesOf([row(5)], [row(4), row(3)]);
    const changed = insertItem(pages, { ...row(4), text: 'changed' }, timeOf);
    expect(timesOf(changed)).toEqual([[5], [4, 3]]);
    expect(changed.pages[1]!.items[0]!.text).toBe('changed');
  });
});

it('replaceItem gives the same object when there is nothing to replace', () => {
  const pages = pagesOf([row(5)]);
  expect(replaceItem(pages, row(4))).toBe(pages);
});

describe('holdArrivals', () => {
  const known = new Set(['r5', 'r4']);

  it('hides what came before and between known rows', () => {
    expect(holdArrivals([row(6), row(5), row(4.5), row(4)], known)).toEqual({ shown: [row(5), row(4)], held: 2 });
  });

  it('shows an older page that was asked for', () => {
    expect(holdArrivals([row(6), row(5), row(4), row(3)], known)).toEqual({
      shown: [row(5), row(4), row(3)],
      held: 1,
    });
  });

  it('shows everything when nothing was known', () => {
    expect(holdArrivals([row(6)], new Set())).toEqual({ shown: [row(6)], held: 0 });
  });
});
