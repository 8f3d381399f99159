/** What may go because its time is over, and letting it go: in batches, each of which is proven by an act in the log. */
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { ErasedRun } from '../../lib/integrity/evidence-format.ts';
import { cutoffs, KEEP_EVERYTHING, type RetentionProfile } from '../privacy/retention-profile.ts';
import { writeAudit } from './audit.ts';
import { hashOfBatch, insertErased } from './erased-runs.ts';
import { isHeld, oneEraser } from './holds.ts';
import type { Db } from './schema.ts';

/** Whom the log names for what nobody did by hand. */
const ENDPOINT = 'retention';
/** Records of one transaction, and chains that are looked at in it. */
const RECORDS_AT_ONCE = 1_000;
const CHAINS_AT_ONCE = 200;
const INCIDENTS_AT_ONCE = 200;

/** The profile in force, and since when; the one that keeps everything when nobody has agreed on another. */
export async function currentRetention(db: Db, tenant: string) {
  const rows = db.selectFrom('retention_profiles').select(['profile', 'since']).where('tenant', '=', tenant);
  const row = await rows.orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ?? { profile: KEEP_EVERYTHING, since: null };
}

export async function setRetention(
  trx: Db,
  { tenant, proposal, at }: { tenant: string; proposal: string; at: number },
  profile: RetentionProfile,
): Promise<void> {
  const row = { tenant, profile: JSON.stringify(profile), proposal, since: at };
  await trx.insertInto('retention_profiles').values(row).execute();
}

/** `(kind, before)` as a table; never empty, so that it can be joined. */
function limits(days: Readonly<Record<string, number | null>>, now: number): RawBuilder<unknown> {
  const rows = cutoffs(days, now);
  const kinds = rows.map(([kind]) => kind);
  const times = rows.map(([, before]) => before);
  return sql`unnest(${kinds}::text[], ${times}::bigint[])`;
}

/** No legal hold is on whose device it was at the time. */
const isFree = (device: RawBuilder<unknown>, at: RawBuilder<unknown>) => sql<boolean>`not exists (
  select 1 from legal_holds hold join subject_devices link on link.tenant = hold.tenant and link.subject = hold.subject
  where hold.tenant = record.tenant and hold.lifted_at is null
    and link.device = ${device} and link.since <= ${at} and link.until > ${at})`;

/**
 * Records whose time is over. Not among them: the end of a chain and what the log does not have yet, what an incident is
 * about, and what is under a legal hold.
 */
function overdue(tenant: string, { records }: RetentionProfile, now: number): RawBuilder<unknown> {
  return sql`from records record
    join ${limits(records, now)} as due(kind, before) on due.kind = record.kind and record.received_at < due.before
    join chains chain on chain.tenant = record.tenant and chain.chain = record.chain
      and record.seq <= chain.logged_seq and record.seq < chain.contiguous_seq
    where record.tenant = ${tenant} and ${isFree(sql`record.device`, sql`record.received_at`)}
      and not exists (select 1 from incidents incident where incident.tenant = record.tenant
        and incident.chain = record.chain and incident.seq = record.seq)
      and not exists (select 1 from incidents incident where incident.tenant = record.tenant
        and incident.decision = case when record.kind in ('effect', 'override', 'exception_used')
          then (record.body::jsonb ->> 'decision')::uuid else record.id end)`;
}

function overdueIncidents(tenant: string, { incidents }: RetentionProfile, now: number): RawBuilder<unknown> {
  return sql`from incidents record
    join ${limits(incidents, now)} as due(severity, before) on due.severity = record.severity
      and record.updated_at < due.before
    where record.tenant = ${tenant} and record.status = 'closed'
      and ${isFree(sql`record.device`, sql`record.created_at`)}`;
}

export interface WouldGo {
  /** Records by kind, incidents by severity. */
  records: Record<string, number>;
  incidents: Record<string, number>;
  /** A hold on everybody stands: nothing goes. */
  isHeld: boolean;
}

/** What would go now; nothing does. Records of incidents that would go are not counted: they go at the next turn. */
export async function previewRetention(
  db: Db,
  tenant: string,
  profile: RetentionProfile,
  now: number,
): Promise<WouldGo> {
  const records = await sql<{ name: string; count: number }>`select record.kind as name, count(*)::int as count
    ${overdue(tenant, profile, now)} group by record.kind`.execute(db);
  const incidents = await sql<{ name: string; count: number }>`select record.severity as name, count(*)::int as count
    ${overdueIncidents(tenant, profile, now)} group by record.severity`.execute(db);
  const byName = (rows: { name: string; count: number }[]) =>
    Object.fromEntries(rows.map((row) => [row.name, row.count]));
  return {
    records: byName(records.rows),
    incidents: byName(incidents.rows),
    isHeld: await isHeld(db, tenant, null),
  };
}

/** Let some closed incidents go. @returns How many; there may be more. */
export async function eraseIncidents(db: Db, tenant: string, profile: RetentionProfile, now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await oneEraser(trx, tenant);
    if (await isHeld(trx, tenant, null)) return 0;
    const { rows } = await sql<{ id: string }>`delete from incidents where tenant = ${tenant} and id in (
      select record.id ${overdueIncidents(tenant, profile, now)} order by record.id limit ${INCIDENTS_AT_ONCE})
      and status = 'closed' returning id`.execute(trx);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await trx.deleteFrom('incident_events').where('tenant', '=', tenant).where('incident', 'in', ids).execute();
    // What connectors read of it; its place in their feed stays.
    await sql`update feed_runs set incident = null
      where tenant = ${tenant} and incident ->> 'id' = any(${ids}::text[])`.execute(trx);
    const act = { tenant, at: now, actor: ENDPOINT, act: 'incidents_erased' as const };
    await writeAudit(trx, { ...act, subject: `${ids.length} incidents` });
    return ids.length;
  });
}

export interface Passed {
  erased: number;
  /** Chains up to here are done. */
  after: string | null;
  hasMore: boolean;
}

/** Let records of some chains go, the next ones after `after`. One transaction: all of it is gone and proven, or nothing. */
export async function eraseRecords(
  db: Db,
  tenant: string,
  profile: RetentionProfile,
  { after, now }: { after: string | null; now: number },
): Promise<Passed> {
  return db.transaction().execute(async (trx) => {
    await oneEraser(trx, tenant);
    if (await isHeld(trx, tenant, null)) return { erased: 0, after, hasMore: false };
    const chains = await trx
      .selectFrom('chains')
      .select('chain')
      .where('tenant', '=', tenant)
      .$if(after !== null, (query) => query.where('chain', '>', after!))
      .orderBy('chain')
      .limit(CHAINS_AT_ONCE)
      .execute();
    const gone: Gone[] = [];
    let done = after;
    for (const { chain } of chains) {
      const room = RECORDS_AT_ONCE - gone.length;
      if (room === 0) break;
      const { rows } = await sql<Gone>`select record.chain, record.seq, record.id, record.hash
        ${overdue(tenant, profile, now)} and record.chain = ${chain}
        order by record.seq limit ${room}`.execute(trx);
      gone.push(...rows);
      // There may be more of this one.
      if (rows.length < room) done = chain;
    }
    await remove(trx, tenant, gone, now);
    const isThrough = done === (chains.at(-1)?.chain ?? after);
    return { erased: gone.length, after: done, hasMore: !isThrough || chains.length === CHAINS_AT_ONCE };
  });
}

interface Gone {
  chain: string;
  seq: number;
  id: string;
  hash: string;
}

async function remove(trx: Db, tenant: string, gone: readonly Gone[], at: number): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  for (const table of ['decisions', 'effects', 'discovered_sites', 'records'] as const) {
    await sql`delete from ${sql.table(table)} where tenant = ${tenant} and id = any(${ids}::uuid[])`.execute(trx);
  }
  const batch = { batch: randomUUID(), at, runs: runsOf(gone) };
  await insertErased(trx, tenant, batch);
  await writeAudit(trx, { tenant, at, actor: ENDPOINT, act: 'records_erased', subject: hashOfBatch(batch) });
}

/** Neighbours together. @param gone By chain and number. */
function runsOf(gone: readonly Gone[]): ErasedRun[] {
  const runs: ErasedRun[] = [];
  for (const { chain, seq, hash } of gone) {
    const before = runs.at(-1);
    if (before?.chain === chain && before.last + 1 === seq) Object.assign(before, { last: seq, head: hash });
    else runs.push({ chain, first: seq, last: seq, head: hash });
  }
  return runs;
}
