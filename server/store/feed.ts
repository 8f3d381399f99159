/**
 * The feed of a tenant: everything connectors tell, in one order that never changes. Entries of the log (records and acts)
 * and changes of incidents are appended under a lock, so that nothing that is committed late can appear behind a reader.
 */
import { type Selectable, sql } from 'kysely';
import type { SluiceRecord } from '../../lib/records/record.ts';
import type { FeedEntry, IncidentState } from '../connectors/feed-entry.ts';
import type { AuditAct } from './audit.ts';
import type { FeedRunTable } from './connector-tables.ts';
import type { Db } from './schema.ts';

/** Incidents of one turn; the rest follows in the next. */
const INCIDENTS_AT_ONCE = 500;

/** Append what is new since the last time. @returns How many entries were appended. */
export async function fillFeed(db: Db, tenant: string, now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const feed = await holdFeed(trx, tenant);
    const log = await trx.selectFrom('logs').select('size').where('tenant', '=', tenant).executeTakeFirst();
    const added = (log?.size ?? 0) - feed.log_size;
    const runs: { count: number; log_first: number | null; incident: string | null }[] = [];
    if (added > 0) runs.push({ count: added, log_first: feed.log_size, incident: null });
    for (const incident of await takeIncidents(trx, tenant)) {
      runs.push({ count: 1, log_first: null, incident: JSON.stringify(incident) });
    }
    if (runs.length === 0) return 0;
    let size = feed.size;
    const rows = runs.map((run) => {
      const row = { tenant, first: size, made_at: now, ...run };
      size += run.count;
      return row;
    });
    await trx.insertInto('feed_runs').values(rows).execute();
    const grown = { size, log_size: feed.log_size + Math.max(0, added) };
    await trx.updateTable('feeds').set(grown).where('tenant', '=', tenant).execute();
    return size - feed.size;
  });
}

async function holdFeed(trx: Db, tenant: string) {
  await trx
    .insertInto('feeds')
    .values({ tenant, size: 0, log_size: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx.selectFrom('feeds').selectAll().where('tenant', '=', tenant).forUpdate().executeTakeFirstOrThrow();
}

/** Incidents as they are now, if they changed since they were last told. */
async function takeIncidents(trx: Db, tenant: string): Promise<IncidentState[]> {
  const { rows } = await sql<IncidentState>`
    update incidents set fed_version = version
    where tenant = ${tenant} and id in (
      select id from incidents where tenant = ${tenant} and fed_version < version
      order by updated_at, id limit ${INCIDENTS_AT_ONCE} for update
    )
    returning id, kind, severity, status, verdict, assignee, version, created_at, updated_at, device, chain, seq, decision
  `.execute(trx);
  return rows.sort((a, b) => a.updated_at - b.updated_at || (a.id < b.id ? -1 : 1));
}

export async function feedSize(db: Db, tenant: string): Promise<number> {
  const row = await db.selectFrom('feeds').select('size').where('tenant', '=', tenant).executeTakeFirst();
  return row?.size ?? 0;
}

/** When the entry at a position came into the feed; null when there is none yet. */
export async function fedAt(db: Db, tenant: string, position: number): Promise<number | null> {
  const row = await db
    .selectFrom('feed_runs')
    .select(['made_at', 'first', 'count'])
    .where('tenant', '=', tenant)
    .where('first', '<=', position)
    .orderBy('first', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && position < row.first + row.count ? row.made_at : null;
}

/** The first position that came into the feed at this time or later; the feed's end when none did. */
export async function positionAt(db: Db, tenant: string, time: number): Promise<number> {
  const row = await db
    .selectFrom('feed_runs')
    .select('first')
    .where('tenant', '=', tenant)
    .where('made_at', '>=', time)
    .orderBy('made_at')
    .orderBy('first')
    .limit(1)
    .executeTakeFirst();
  return row?.first ?? feedSize(db, tenant);
}

export interface FeedPage {
  entries: FeedEntry[];
  /** Where the next page begins. Entries that were deleted since are not in the page, and are passed. */
  next: number;
}

/** The entries from a position on, `limit` positions at most. */
export async function readFeed(db: Db, tenant: string, from: number, limit: number): Promise<FeedPage> {
  const runs = await runsFrom(db, tenant, from, limit);
  const entries: FeedEntry[] = [];
  let next = from;
  for (const { first, count, log_first, incident } of runs) {
    const skipped = Math.max(0, from - first);
    const taken = Math.min(first + count, from + limit) - (first + skipped);
    if (taken <= 0) break;
    // An incident whose time is over is no entry any more, and keeps its place.
    if (log_first === null) {
      if (incident !== null) entries.push({ kind: 'incident', position: first, incident });
    } else {
      const start = log_first + skipped;
      entries.push(...(await logEntries(db, tenant, start, start + taken, first - log_first)));
    }
    next = first + skipped + taken;
  }
  return { entries, next };
}

function runsFrom(db: Db, tenant: string, from: number, limit: number): Promise<Selectable<FeedRunTable>[]> {
  const runs = db.selectFrom('feed_runs').selectAll().where('tenant', '=', tenant);
  const before = db
    .selectFrom('feed_runs')
    .select('first')
    .where('tenant', '=', tenant)
    .where('first', '<=', from)
    .orderBy('first', 'desc')
    .limit(1);
  return runs
    .where('first', '>=', ({ fn, val }) => fn.coalesce(before, val(0)))
    .where('first', '<', from + limit)
    .orderBy('first')
    .execute();
}

/** @param offset From an index of the log to its position in the feed. */
async function logEntries(db: Db, tenant: string, start: number, end: number, offset: number): Promise<FeedEntry[]> {
  interface RecordRow {
    log_index: number;
    body: string;
    hash: string;
    kid: string;
    sig: string;
    received_at: number;
  }
  // The run that holds `start` begins before it; a run has 5,000 entries at most (see transparency/sequence.ts).
  const { rows: records } = await sql<RecordRow>`
    select run.first + (record.seq - run.seq) as log_index, record.body, record.hash, record.kid, record.sig,
      record.received_at
    from log_runs run join records record on record.tenant = run.tenant and record.chain = run.chain
      and record.seq >= run.seq + greatest(0, ${start}::bigint - run.first)
      and record.seq < run.seq + least(run.count, ${end}::bigint - run.first)
    where run.tenant = ${tenant} and run.first < ${end}::bigint and run.first + run.count > ${start}::bigint
      and run.first >= coalesce((select max(first) from log_runs where tenant = ${tenant} and first <= ${start}::bigint), 0)
  `.execute(db);
  interface ActRow {
    log_index: number;
    id: number;
    at: number;
    actor: string;
    act: AuditAct;
    subject: string;
  }
  const { rows: acts } = await sql<ActRow>`
    select run.first as log_index, act.id, act.at, act.actor, act.act, act.subject
    from log_runs run join audit act on act.tenant = run.tenant and act.id = run.seq
    where run.tenant = ${tenant} and run.chain is null and run.first >= ${start}::bigint and run.first < ${end}::bigint
  `.execute(db);
  const entries: FeedEntry[] = [
    ...records.map(
      ({ log_index: logIndex, body, hash, kid, sig, received_at }): FeedEntry => ({
        kind: 'record',
        position: logIndex + offset,
        logIndex,
        // It was parsed when it came, and has not changed since.
        record: JSON.parse(body) as SluiceRecord,
        hash,
        kid,
        sig,
        receivedAt: received_at,
      }),
    ),
    ...acts.map(
      ({ log_index: logIndex, id, ...act }): FeedEntry => ({
        kind: 'act',
        position: logIndex + offset,
        logIndex,
        id,
        act: { tenant, ...act },
      }),
    ),
  ];
  return entries.sort((a, b) => a.position - b.position);
}
