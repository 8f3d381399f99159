/** Decisions as reviewers list them, and the effects that were observed. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DataClass } from '../../lib/classify/finding.ts';
import { decodeCursor, type Position, pageOf } from './cursor.ts';
import { idRange, type Lanes, lanesOf, newestInLanes, patternOf } from './decision-lanes.ts';
import { type ColumnTypes, columnsOf, insertRows } from './insert-rows.ts';
import type { Stay } from './places-of-name.ts';
import type { Database, Db, DecisionTable } from './schema.ts';

export type EffectRow = Database['effects'];
export type DecisionRow = Omit<DecisionTable, 'rules' | 'classes'> & {
  /** JSON. */
  rules: string;
  classes: string;
};

const DECISION_COLUMNS: ColumnTypes<DecisionRow> = {
  tenant: 'text',
  id: 'uuid',
  chain: 'uuid',
  seq: 'bigint',
  hash: 'text',
  device: 'uuid',
  ts: 'bigint',
  received_at: 'bigint',
  app: 'text',
  host: 'text',
  channel: 'text',
  account_kind: 'text',
  action: 'text',
  would_action: 'text',
  user_choice: 'text',
  mode: 'text',
  reason: 'text',
  rules: 'jsonb',
  decisive: 'text',
  classes: 'jsonb',
  policy_digest: 'text',
  policy_version: 'bigint',
  effect_state: 'text',
  effect_agreement: 'text',
};

const EFFECT_COLUMNS: ColumnTypes<EffectRow> = {
  tenant: 'text',
  id: 'uuid',
  decision: 'uuid',
  device: 'uuid',
  seq: 'bigint',
  state: 'text',
  observed_by: 'text',
  agreement: 'text',
};

export async function insertDecisions(trx: Db, rows: readonly DecisionRow[]): Promise<void> {
  await insertRows(trx, 'decisions', DECISION_COLUMNS, rows);
}

export async function insertEffects(trx: Db, rows: readonly EffectRow[]): Promise<void> {
  await insertRows(trx, 'effects', EFFECT_COLUMNS, rows);
}

/** The newest effect that each device recorded for these decisions. */
export async function newestEffects(trx: Db, tenant: string, decisions: readonly string[]): Promise<EffectRow[]> {
  if (decisions.length === 0) return [];
  return trx
    .selectFrom('effects')
    .distinctOn(['decision', 'device'])
    .selectAll()
    .where('tenant', '=', tenant)
    .where(sql<boolean>`decision = any(${decisions}::uuid[])`)
    .orderBy('decision')
    .orderBy('device')
    .orderBy('seq', 'desc')
    .execute();
}

/** Show effects on decisions that are held, each only on a decision of its own device. Answers the decisions' ids. */
export async function applyEffects(trx: Db, tenant: string, effects: readonly EffectRow[]): Promise<string[]> {
  if (effects.length === 0) return [];
  type Shown = Pick<EffectRow, 'decision' | 'device' | 'state' | 'agreement'>;
  const { names, arrays } = columnsOf<Shown>(
    { decision: 'uuid', device: 'uuid', state: 'text', agreement: 'text' },
    effects,
  );
  const { rows } = await sql<{ id: string }>`update decisions
    set effect_state = newest.state, effect_agreement = newest.agreement
    from unnest(${arrays}) as newest(${names})
    where decisions.tenant = ${tenant} and decisions.id = newest.decision and decisions.device = newest.device
    returning decisions.id`.execute(trx);
  return rows.map(({ id }) => id);
}

export interface DecisionFilter {
  /** Part of an app's name or of a host, or the beginning of a device's id. */
  q?: string | undefined;
  /** Only what came from these devices at these times. */
  stays?: readonly Stay[] | undefined;
  action?: string | undefined;
  class?: DataClass | undefined;
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
  const { stays, app, cursor, limit, ...rest } = filter;
  const q = stays === undefined ? filter.q : undefined;
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  if (after === null) return { items: [], nextCursor: null };
  const conditions = conditionsOf(rest, after);
  if (stays !== undefined) conditions.push(during(stays));
  const rows = await db.transaction().execute(async (trx) => {
    const isSearch = q !== undefined || app !== undefined;
    const lanes = isSearch ? await lanesOf(trx, tenant, { q, app }) : null;
    if (lanes !== null)
      conditions.splice(0, conditions.length, await inLanes(trx, tenant, lanes, conditions, limit + 1));
    else if (isSearch) conditions.push(...matching(q, app));
    let query = listed(trx, tenant);
    for (const condition of conditions) query = query.where(condition);
    return query
      .orderBy('decisions.ts', 'desc')
      .orderBy('decisions.id', 'desc')
      .limit(limit + 1)
      .execute();
  });
  return pageOf(rows, limit, ({ ts, id }) => ({ time: ts, id }));
}

/** What a row has to be, whatever place it has. */
function conditionsOf(
  { action, class: dataClass, from, to }: Pick<DecisionFilter, 'action' | 'class' | 'from' | 'to'>,
  after: Position | undefined,
): RawBuilder<SqlBool>[] {
  return [
    ...(action === undefined ? [] : [sql<SqlBool>`decisions.action = ${action}`]),
    // As it stands in the index of the class, and no parameter: else that index is not known to fit.
    ...(dataClass === undefined ? [] : [sql<SqlBool>`jsonb_exists(decisions.classes, ${sql.lit(dataClass)})`]),
    ...(from === undefined ? [] : [sql<SqlBool>`decisions.ts >= ${from}::bigint`]),
    ...(to === undefined ? [] : [sql<SqlBool>`decisions.ts < ${to}::bigint`]),
    ...(after === undefined
      ? []
      : [sql<SqlBool>`(decisions.ts, decisions.id) < (${after.time}::bigint, ${after.id}::uuid)`]),
  ];
}

async function inLanes(trx: Db, tenant: string, lanes: Lanes, conditions: RawBuilder<SqlBool>[], count: number) {
  const ids = await newestInLanes(trx, tenant, lanes, conditions, count);
  return sql<SqlBool>`decisions.id = any(${ids}::uuid[])`;
}

/** The same search, asked of every row. */
function matching(q: string | undefined, app: string | undefined): RawBuilder<SqlBool>[] {
  const range = q === undefined ? null : idRange(q.toLowerCase());
  const ofDevice = range && sql`decisions.device between ${range.first}::uuid and ${range.last}::uuid`;
  const pattern = patternOf(q ?? '');
  return [
    ...(app === undefined ? [] : [sql<SqlBool>`decisions.app = ${app}`]),
    ...(q === undefined
      ? []
      : [
          sql<SqlBool>`(decisions.app ilike ${pattern} or decisions.host ilike ${pattern} or ${ofDevice ?? sql`false`})`,
        ]),
  ];
}

export async function findDecision(db: Db, tenant: string, id: string): Promise<ListedDecision | null> {
  return (await listed(db, tenant).where('decisions.id', '=', id).executeTakeFirst()) ?? null;
}

/** Several at once, in no order. */
export async function findDecisions(db: Db, tenant: string, ids: string[]): Promise<ListedDecision[]> {
  return ids.length === 0 ? [] : listed(db, tenant).where('decisions.id', 'in', ids).execute();
}

/** @param stays Whose pseudonym is asked for has these. */
function during(stays: readonly Stay[]): RawBuilder<SqlBool> {
  const { names, arrays } = columnsOf<Stay>({ device: 'uuid', from: 'bigint', to: 'bigint' }, stays);
  return sql<SqlBool>`exists (select 1 from unnest(${arrays}) as stay(${names}) where stay.device = decisions.device
    and decisions.received_at >= stay.from and decisions.received_at < stay.to)`;
}
