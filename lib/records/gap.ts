/** Records that are lost and not declared yet: one note in the database, which the next record that is written declares. */
import type { SluiceDb } from '../storage/db.ts';
import { type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';

export type Gap = MetaValue<'gap'>;

/** Add to the note. Rejects when the database does; nothing is changed then. */
export async function noteGap(db: SluiceDb, gap: Gap): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'gap', mergeGaps(await readMeta(db, 'gap'), gap));
  });
}

/** Both losses as one: told by the first reason, since the earlier time. */
export function mergeGaps(a: Gap | null, b: Gap): Gap;
export function mergeGaps(a: Gap | null, b: Gap | null): Gap | null;
export function mergeGaps(a: Gap | null, b: Gap | null): Gap | null {
  if (a === null || b === null) return a ?? b;
  const of = a.of ?? b.of;
  const sum = { reason: a.reason, count: a.count + b.count, since: Math.min(a.since, b.since) };
  return of === undefined ? sum : { ...sum, of };
}
