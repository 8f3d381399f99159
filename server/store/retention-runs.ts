/** Who is erasing for a tenant, and how it went: one node at a time, by a lease on the database's clock. */
import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A node that is gone leaves the work to others after this time. */
const LEASE_MS = 60_000;

const clock = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Take the lease, or keep it. @returns False: another node has it. */
export async function holdRetention(db: Db, tenant: string, node: string): Promise<boolean> {
  const { rows } = await sql`insert into retention_runs (tenant, holder, held_until)
    values (${tenant}, ${node}, ${clock} + ${LEASE_MS})
    on conflict (tenant) do update set holder = ${node}, held_until = ${clock} + ${LEASE_MS}
      where retention_runs.holder is null or retention_runs.holder = ${node} or retention_runs.held_until < ${clock}
    returning tenant`.execute(db);
  return rows.length > 0;
}

export async function beginRetention(db: Db, tenant: string, now: number): Promise<void> {
  const values = { began_at: now, ended_at: null, erased: 0, failed: null };
  await db.updateTable('retention_runs').set(values).where('tenant', '=', tenant).execute();
}

/** @param failed A code, when it ended early. */
export async function endRetention(
  db: Db,
  { tenant, node, at }: { tenant: string; node: string; at: number },
  erased: number,
  failed: string | null,
): Promise<void> {
  const ended = db.updateTable('retention_runs').set({ holder: null, ended_at: at, erased, failed });
  await ended.where('tenant', '=', tenant).where('holder', '=', node).execute();
}

export async function lastRetentionRun(db: Db, tenant: string) {
  const row = await db.selectFrom('retention_runs').selectAll().where('tenant', '=', tenant).executeTakeFirst();
  if (row === undefined) return null;
  return { beganAt: row.began_at, endedAt: row.ended_at, erased: row.erased, failed: row.failed };
}
