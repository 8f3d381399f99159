/** How far each connector has come, who delivers for it, and what its receiver refused for good. */
import { type Selectable, sql } from 'kysely';
import type { ConnectorTable } from './connector-tables.ts';
import type { Db } from './schema.ts';

export type ConnectorRow = Selectable<ConnectorTable>;

/** A node that has not been heard of for so long is not delivering any more. Longer than any attempt may take. */
const LEASE_MS = 120_000;

/** Make a connector's row, at this position, if it has none. */
export async function addConnector(db: Db, tenant: string, name: string, position: number): Promise<void> {
  await db
    .insertInto('connectors')
    .values({ tenant, name, position })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Take or keep the right to deliver for a connector. By the database's clock, so that the clocks of nodes do not matter;
 * a row and not a session's lock, because a lock would keep a connection for as long as the node lives.
 * @returns The row, or null while another node delivers.
 */
export async function holdConnector(db: Db, tenant: string, name: string, node: string): Promise<ConnectorRow | null> {
  const clock = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
  const row = await db
    .updateTable('connectors')
    .set({ holder: node, held_until: sql<number>`${clock} + ${LEASE_MS}::bigint` })
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .where(({ or, eb }) =>
      or([
        eb('holder', 'is', null),
        eb('holder', '=', node),
        eb('held_until', '<', clock),
        // Held for longer than anybody may: the database's clock has gone back since.
        eb('held_until', '>', sql<number>`${clock} + ${LEASE_MS}::bigint`),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Let another node deliver. */
export async function releaseConnector(db: Db, tenant: string, name: string, node: string): Promise<void> {
  await db
    .updateTable('connectors')
    .set({ holder: null, held_until: 0 })
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .where('holder', '=', node)
    .execute();
}

/**
 * The receiver has what stands before `to`. Not when the position was moved meanwhile (a replay), or when another node
 * has taken over: then it stays where it is, and something is delivered twice.
 */
export async function advanceConnector(
  db: Db,
  held: Pick<ConnectorRow, 'tenant' | 'name' | 'holder' | 'position'>,
  to: { position: number; delivered: number; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('connectors')
    .set(({ eb }) => ({
      position: to.position,
      delivered: eb('delivered', '+', to.delivered),
      ...(to.delivered > 0 ? { failures: 0, retry_at: 0, last_success_at: to.at } : {}),
    }))
    .where('tenant', '=', held.tenant)
    .where('name', '=', held.name)
    .where('holder', '=', held.holder)
    .where('position', '=', held.position)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A try failed; the next one is not before `retryAt`. */
export async function failConnector(
  db: Db,
  { tenant, name }: Pick<ConnectorRow, 'tenant' | 'name'>,
  { at, code, retryAt }: { at: number; code: string; retryAt: number },
): Promise<void> {
  await db
    .updateTable('connectors')
    .set(({ eb }) => ({ failures: eb('failures', '+', 1), retry_at: retryAt, last_error_at: at, last_error: code }))
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .execute();
}

/** Go on from another position, at once. @returns False when there is no such connector. */
export async function moveConnector(db: Db, tenant: string, name: string, position: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('connectors')
    .set({ position, failures: 0, retry_at: 0 })
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function pauseConnector(db: Db, tenant: string, name: string, paused: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('connectors')
    .set({ is_paused: paused, ...(paused ? {} : { failures: 0, retry_at: 0 }) })
    .where('tenant', '=', tenant)
    .where('name', '=', name)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function connectorRows(db: Db, tenant: string): Promise<Map<string, ConnectorRow>> {
  const rows = await db.selectFrom('connectors').selectAll().where('tenant', '=', tenant).execute();
  return new Map(rows.map((row) => [row.name, row]));
}

/** Put an entry aside that the receiver refuses, or count another refusal of it. */
export async function putAside(
  db: Db,
  letter: { tenant: string; connector: string; position: number; at: number; code: string },
): Promise<void> {
  await db
    .insertInto('connector_dead_letters')
    .values(letter)
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'connector', 'position']).doUpdateSet(({ eb }) => ({
        at: letter.at,
        code: letter.code,
        tries: eb('connector_dead_letters.tries', '+', 1),
        is_due: false,
      })),
    )
    .execute();
}

export async function deadLettersOf(db: Db, tenant: string, connector: string, limit: number) {
  return db
    .selectFrom('connector_dead_letters')
    .select(['position', 'at', 'code', 'tries', 'is_due'])
    .where('tenant', '=', tenant)
    .where('connector', '=', connector)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** Positions that somebody asked to try again. */
export async function dueDeadLetters(db: Db, tenant: string, connector: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('connector_dead_letters')
    .select('position')
    .where('tenant', '=', tenant)
    .where('connector', '=', connector)
    .where('is_due', '=', true)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ position }) => position);
}

/** Ask for another try of what was put aside. @param only Positions; null: everything. @returns How many. */
export async function retryDeadLetters(
  db: Db,
  tenant: string,
  connector: string,
  only: readonly number[] | null,
): Promise<number> {
  let query = db
    .updateTable('connector_dead_letters')
    .set({ is_due: true })
    .where('tenant', '=', tenant)
    .where('connector', '=', connector);
  if (only !== null) query = query.where('position', 'in', only);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** @returns False when it is not there. */
export async function dropDeadLetter(db: Db, tenant: string, connector: string, position: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('connector_dead_letters')
    .where('tenant', '=', tenant)
    .where('connector', '=', connector)
    .where('position', '=', position)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** By connector. */
export async function countConnectorDeadLetters(db: Db, tenant: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('connector_dead_letters')
    .select(({ fn }) => ['connector', fn.countAll<number>().as('count')])
    .where('tenant', '=', tenant)
    .groupBy('connector')
    .execute();
  return new Map(rows.map(({ connector, count }) => [connector, count]));
}
