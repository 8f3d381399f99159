/** Decisions as reviewers list them, and the effects that were observed. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { decodeCursor, pageOf } from './cursor.ts';
import type { Database, Db, DecisionTable } from './schema.ts';

export type EffectRow = Database['effects'];
/** A decision before it is stored: an effect comes later, from a record of its own. */
export type DecisionRow = Omit<DecisionTable, 'rules' | 'classes' | 'effect_state' | 'effect_agreement'> & {
  rules: { id: string; ver: number; action: string; mode: string }[];
  classes: Record<string, number>;
};

/** Rows per statement: far below the 65,535 parameters a statement may have. */
const CHUNK = 500;

export async function insertDecisions(trx: Db, rows: DecisionRow[]): Promise<void> {
  const values = rows.map(({ rules, classes, ...row }) => ({
    ...row,
    rules: JSON.stringify(rules),
    classes: JSON.stringify(classes),
    effect_state: null,
    effect_agreement: null,
  }));
  for (let start = 0; start < values.length; start += CHUNK) {
    await trx
      .insertInto('decisions')
      .values(values.slice(start, start + CHUNK))
      .execute();
  }
}

export async function insertEffects(trx: Db, rows: EffectRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await trx
      .insertInto('effects')
      .values(rows.slice(start, start + CHUNK))
      .execute();
  }
}

/** Show on each of these decisions the newest effect that its own device recorded, in whatever order the two came. */
export async function applyEffects(trx: Db, tenant: string, decisions: string[]): Promise<void> {
  if (decisions.length === 0) return;
  const newest = trx
    .selectFrom('effects')
    .distinctOn(['decision', 'device'])
    .select(['decision', 'device', 'state', 'agreement'])
    .where('tenant', '=', tenant)
    .where('decision', 'in', decisions)
    .orderBy('decision')
    .orderBy('device')
    .orderBy('seq', 'desc')
    .as('newest');
  await trx
    .updateTable('decisions')
    .from(newest)
    .set(({ ref }) => ({ effect_state: ref('newest.state'), effect_agreement: ref('newest.agreement') }))
    .where('decisions.tenant', '=', tenant)
    .whereRef('decisions.id', '=', 'newest.decision')
    .whereRef('decisions.device', '=', 'newest.device')
    .execute();
}

export interface DecisionFilter {
  /** Part of an app's name, of a host or of a device's id. */
  q?: string | undefined;
  action?: string | undefined;
  class?: string | undefined;
  app?: string | undefined;
  /** Device time, from inclusive, to exclusive. */
  from?: number | undefined;
  to?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}

const listed = (db: Db, tenant: string) =>
  db
    .selectFrom('decisions')
    .innerJoin('records', (join) =>
      join
        .onRef('records.tenant', '=', 'decisions.tenant')
        .onRef('records.chain', '=', 'decisions.chain')
        .onRef('records.seq', '=', 'decisions.seq'),
    )
    .selectAll('decisions')
    .select('records.link')
    .where('decisions.tenant', '=', tenant);

/** One row of the list. `link` says how its record hangs in the chain. */
export type ListedDecision = Awaited<ReturnType<typeof listDecisions>>['items'][number];

/** Newest first, by the device's clock. A cursor that nobody gave out is an empty page. */
export async function listDecisions(db: Db, tenant: string, filter: DecisionFilter) {
  const { q, action, class: dataClass, app, from, to, cursor, limit } = filter;
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  let query = listed(db, tenant);
  if (q !== undefined) query = query.where(matches(q));
  if (action !== undefined) query = query.where('decisions.action', '=', action);
  if (app !== undefined) query = query.where('decisions.app', '=', app);
  if (dataClass !== undefined) query = query.where(sql<SqlBool>`jsonb_exists(decisions.classes, ${dataClass})`);
  if (from !== undefined) query = query.where('decisions.ts', '>=', from);
  if (to !== undefined) query = query.where('decisions.ts', '<', to);
  if (after === null) query = query.where(sql<SqlBool>`false`);
  else if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('decisions.ts', 'decisions.id'), '<', tuple(after.time, after.id)),
    );
  }
  const rows = await query
    .orderBy('decisions.ts', 'desc')
    .orderBy('decisions.id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, ({ ts, id }) => ({ time: ts, id }));
}

export async function findDecision(db: Db, tenant: string, id: string): Promise<ListedDecision | null> {
  return (await listed(db, tenant).where('decisions.id', '=', id).executeTakeFirst()) ?? null;
}

/** Several at once, in no order. */
export async function findDecisions(db: Db, tenant: string, ids: string[]): Promise<ListedDecision[]> {
  return ids.length === 0 ? [] : listed(db, tenant).where('decisions.id', 'in', ids).execute();
}

function matches(q: string): Expression<SqlBool> {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`(decisions.app ilike ${pattern} or decisions.host ilike ${pattern}
    or decisions.device::text ilike ${pattern})`;
}
