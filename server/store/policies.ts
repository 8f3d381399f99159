/** Signed policies and site packs as they were given. What devices are sent is the newest of its set of root keys. */
import { createHash } from 'node:crypto';
import type { VerifiedPolicy } from '../../lib/policy/envelope.ts';
import { may } from '../auth/permissions.ts';
import type { Database, Db } from './schema.ts';

/** Where a kind of signed document is kept. */
export type SignedTable = 'policies' | 'site_packs';
export type StoredPolicy = Database['policies'];
/** What tells one document from another. */
type Told = Pick<VerifiedPolicy, 'digest' | 'epoch' | 'version'>;
export type PublishFault = 'rollback' | 'same_version';
type Published = { ok: true; isNew: boolean } | { ok: false; code: PublishFault };

/** Why a document must not take the place of the one in force; null when it may. Versions count within one set of keys. */
export function publishFault(current: Told | null, { digest, epoch, version }: Told): PublishFault | null {
  if (current?.epoch !== epoch || current.digest === digest || current.version < version) return null;
  return current.version === version ? 'same_version' : 'rollback';
}

/** The document devices are sent, or null while there is none. The set of root keys that was used last counts. */
export async function currentPolicy(db: Db, tenant: string, table: SignedTable = 'policies') {
  const row = await db
    .selectFrom(table)
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('added_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Keep a document that was verified, and serve it from now on. A lower version than the one in force is refused; the same
 * document with other signatures takes the place of its envelope.
 */
export async function publishPolicy(
  db: Db,
  tenant: string,
  told: Told,
  envelope: string,
  now: number,
  table: SignedTable = 'policies',
): Promise<Published> {
  return db.transaction().execute((trx) => publishIn(trx, tenant, told, envelope, now, table));
}

/** As `publishPolicy`, in the transaction it is given. */
export async function publishIn(
  trx: Db,
  tenant: string,
  { digest, epoch, version }: Told,
  envelope: string,
  now: number,
  table: SignedTable = 'policies',
): Promise<Published> {
  const current = await currentPolicy(trx, tenant, table);
  const fault = publishFault(current, { digest, epoch, version });
  if (fault !== null) return { ok: false, code: fault };
  if (current?.epoch === epoch && current.digest === digest && current.envelope === envelope)
    return { ok: true, isNew: false };
  const etag = `"${createHash('sha256').update(envelope).digest('hex')}"`;
  const addedAt = Math.max(now, (current?.added_at ?? 0) + 1);
  await trx
    .insertInto(table)
    .values({ tenant, digest, epoch, version, envelope, etag, added_at: addedAt })
    .onConflict((conflict) => conflict.columns(['tenant', 'digest', 'epoch']).doUpdateSet({ envelope, etag }))
    .execute();
  return { ok: true, isNew: true };
}

/** How many people besides this one may approve a policy. */
export async function othersWhoApprove(db: Db, tenant: string, name: string): Promise<number> {
  const people = await db
    .selectFrom('reviewers')
    .select('roles')
    .where('tenant', '=', tenant)
    .where('name', '<>', name)
    .where('disabled_at', 'is', null)
    .execute();
  return people.filter(({ roles }) => may(roles, 'policy.approve')).length;
}

/** Every envelope with one of these digests, for evidence. */
export async function policiesByDigest(db: Db, tenant: string, digests: string[]) {
  if (digests.length === 0) return [];
  return db
    .selectFrom('policies')
    .select(['digest', 'version', 'envelope'])
    .where('tenant', '=', tenant)
    .where('digest', 'in', digests)
    .orderBy('version')
    .execute();
}
