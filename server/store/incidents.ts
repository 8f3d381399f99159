/** Incidents: opened by ingest once for a cause, worked on by reviewers, every change with who and when. */
import { type RawBuilder, sql } from 'kysely';
import { SEVERITIES } from '../../lib/policy/terms.ts';
import { uuidV7 } from '../../lib/records/uuid-v7.ts';
import { decodeCursor, pageOf } from './cursor.ts';
import { type ColumnTypes, columnsOf } from './insert-rows.ts';
import type { Database, Db, IncidentStatus, Severity } from './schema.ts';

const STATUSES: readonly IncidentStatus[] = ['open', 'investigating', 'closed'];

export type IncidentRow = Database['incidents'];
export type NewIncident = Pick<IncidentRow, 'cause' | 'kind' | 'severity' | 'device' | 'chain' | 'seq' | 'decision'>;

/** Who changes an incident when no person does. */
export const SYSTEM = 'system';

const NEW_COLUMNS: ColumnTypes<NewIncident & { id: string }> = {
  id: 'uuid',
  cause: 'text',
  kind: 'text',
  severity: 'text',
  device: 'uuid',
  chain: 'uuid',
  seq: 'bigint',
  decision: 'uuid',
};

/** Open those whose cause has none yet, and answer their ids. */
export async function openIncidents(
  trx: Db,
  tenant: string,
  incidents: readonly NewIncident[],
  now: number,
): Promise<string[]> {
  if (incidents.length === 0) return [];
  const given = incidents.map((incident) => ({
    ...incident,
    id: uuidV7(now, crypto.getRandomValues(new Uint8Array(10))),
  }));
  const { names, arrays } = columnsOf(NEW_COLUMNS, given);
  const { rows } = await sql<{ id: string }>`insert into incidents
      (tenant, status, version, created_at, updated_at, ${names})
    select ${tenant}, 'open', 1, ${now}::bigint, ${now}::bigint, * from unnest(${arrays})
    on conflict do nothing returning id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Close an incident whose cause is gone, unless a person has worked on it since. Answers its id when it was closed. */
export async function resolveIncident(trx: Db, tenant: string, cause: string, now: number): Promise<string | null> {
  const row = await trx
    .updateTable('incidents')
    .set({ status: 'closed', verdict: 'resolved', version: 2, updated_at: now })
    .where('tenant', '=', tenant)
    .where('cause', '=', cause)
    .where('version', '=', 1)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  const changes = { status: { from: 'open', to: 'closed' }, verdict: { from: null, to: 'resolved' } };
  await addEvent(trx, tenant, row.id, { at: now, actor: SYSTEM, changes, note: null });
  return row.id;
}

export interface IncidentFilter {
  status?: IncidentStatus | undefined;
  severity?: Severity | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Newest first. A cursor that nobody gave out is an empty page. */
export async function listIncidents(db: Db, tenant: string, { status, severity, cursor, limit }: IncidentFilter) {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  if (after === null) return { items: [], nextCursor: null };
  const before = after && sql`(created_at, id) < (${after.time}::bigint, ${after.id}::uuid)`;
  const newest = (of: RawBuilder<unknown>) => sql<IncidentRow>`select * from incidents
    where tenant = ${tenant} and ${of} and ${before ?? sql`true`}
    order by created_at desc, id desc limit ${limit + 1}`;
  const isFiltered = status !== undefined || severity !== undefined;
  // Each status and severity is in the order of time by itself: the newest of a few are soon found.
  const states = STATUSES.filter((each) => status === undefined || each === status).flatMap((one) =>
    SEVERITIES.filter((each) => severity === undefined || each === severity).map((other) => [one, other]),
  );
  const query = isFiltered
    ? sql<IncidentRow>`select found.* from unnest(${states.map(([one]) => one)}::text[],
          ${states.map(([, other]) => other)}::text[]) as state(status, severity),
        lateral (${newest(sql`incidents.status = state.status and incidents.severity = state.severity`)}) found
      order by created_at desc, id desc limit ${limit + 1}`
    : newest(sql`true`);
  const { rows } = await query.execute(db);
  return pageOf(rows, limit, ({ created_at, id }) => ({ time: created_at, id }));
}

export async function findIncident(db: Db, tenant: string, id: string): Promise<IncidentRow | null> {
  const row = await db
    .selectFrom('incidents')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Several at once, in no order. */
export async function findIncidents(db: Db, tenant: string, ids: readonly string[]): Promise<IncidentRow[]> {
  if (ids.length === 0) return [];
  const rows = db.selectFrom('incidents').selectAll().where('tenant', '=', tenant);
  return rows.where('id', 'in', ids).execute();
}

export async function incidentHistory(db: Db, tenant: string, incident: string) {
  return db
    .selectFrom('incident_events')
    .select(['at', 'actor', 'changes', 'note'])
    .where('tenant', '=', tenant)
    .where('incident', '=', incident)
    .orderBy('id')
    .execute();
}

export interface IncidentPatch {
  /** The version the change is based on. */
  version: number;
  status?: IncidentStatus | undefined;
  verdict?: string | null | undefined;
  assignee?: string | null | undefined;
  note?: string | undefined;
}

export type PatchResult =
  | { ok: true; incident: IncidentRow }
  | { ok: false; code: 'not_found' | 'version_conflict' | 'verdict_required' };

/** Change an incident, if nobody else did since `patch.version`. Closing needs a verdict; opening again drops it. */
export async function patchIncident(
  db: Db,
  tenant: string,
  id: string,
  patch: IncidentPatch,
  by: { actor: string; at: number },
): Promise<PatchResult> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('incidents')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return { ok: false, code: 'not_found' };
    if (before.version !== patch.version) return { ok: false, code: 'version_conflict' };
    const status = patch.status ?? before.status;
    const reopened = status !== 'closed' && before.status === 'closed';
    const verdict = patch.verdict !== undefined ? patch.verdict : reopened ? null : before.verdict;
    if (status === 'closed' && verdict === null) return { ok: false, code: 'verdict_required' };
    const after = { status, verdict, assignee: patch.assignee !== undefined ? patch.assignee : before.assignee };
    const incident = await trx
      .updateTable('incidents')
      .set({ ...after, version: before.version + 1, updated_at: by.at })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const fields = (['status', 'verdict', 'assignee'] as const).filter((field) => before[field] !== after[field]);
    const changes = Object.fromEntries(fields.map((field) => [field, { from: before[field], to: after[field] }]));
    await addEvent(trx, tenant, id, { ...by, changes, note: patch.note ?? null });
    return { ok: true, incident };
  });
}

/** Incidents that are not closed, by severity. */
export async function countOpenIncidents(db: Db, tenant: string): Promise<Record<Severity, number>> {
  const rows = await db
    .selectFrom('incidents')
    .select(({ fn }) => ['severity', fn.countAll<number>().as('count')])
    .where('tenant', '=', tenant)
    .where('status', 'in', ['open', 'investigating'])
    .groupBy('severity')
    .execute();
  const counts = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const { severity, count } of rows) counts[severity] = count;
  return counts;
}

interface NewEvent {
  at: number;
  actor: string;
  changes: Record<string, { from: string | null; to: string | null }>;
  note: string | null;
}

async function addEvent(trx: Db, tenant: string, incident: string, { changes, ...event }: NewEvent): Promise<void> {
  await trx
    .insertInto('incident_events')
    .values({ tenant, incident, ...event, changes: JSON.stringify(changes) })
    .execute();
}
