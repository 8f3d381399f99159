/** An act as an entry of the log: canonical JSON, so that anybody who is told the act can compute its hash. */
import type { Selectable } from 'kysely';
import { toCanonical } from '../../lib/records/canonical.ts';
import type { Database } from '../store/schema.ts';

export type Act = Omit<Selectable<Database['audit']>, 'is_logged'>;

export function actEntry({ tenant, id, at, actor, act, subject }: Act): Uint8Array<ArrayBuffer> {
  const canonical = toCanonical({ kind: 'act', tenant, id, at, actor, act, subject });
  if (!canonical.ok) throw new Error(`an act without a canonical form: ${canonical.code}`);
  return canonical.bytes;
}
