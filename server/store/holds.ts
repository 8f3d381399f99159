/** Legal holds: as long as one stands, nothing of what it is about is erased. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { writeAudit } from './audit.ts';
import type { Database, Db } from './schema.ts';

export type HoldRow = Selectable<Database['legal_holds']>;

interface By {
  tenant: string;
  actor: string;
  at: number;
}

/** Until the transaction ends nobody else sets a hold or erases anything of this tenant. */
export async function oneEraser(trx: Db, tenant: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`erase/${tenant}`}))`.execute(trx);
}

/** @param subject Whom it is about; null: everybody. */
export async function createHold(db: Db, by: By, subject: string | null, reason: string): Promise<HoldRow> {
  const { tenant, actor, at } = by;
  return db.transaction().execute(async (trx) => {
    await oneEraser(trx, tenant);
    const row = { tenant, id: randomUUID(), subject, reason, created_by: actor, created_at: at };
    const made = trx.insertInto('legal_holds').values({ ...row, lifted_by: null, lifted_at: null });
    const hold = await made.returningAll().executeTakeFirstOrThrow();
    await writeAudit(trx, { tenant, at, actor, act: 'hold_created', subject: hold.id });
    return hold;
  });
}

/** @returns Null when there is no such hold, or it is lifted already. */
export async function liftHold(db: Db, { tenant, actor, at }: By, id: string): Promise<HoldRow | null> {
  return db.transaction().execute(async (trx) => {
    const lifted = await trx
      .updateTable('legal_holds')
      .set({ lifted_by: actor, lifted_at: at })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .where('lifted_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (lifted === undefined) return null;
    await writeAudit(trx, { tenant, at, actor, act: 'hold_lifted', subject: id });
    return lifted;
  });
}

/** Those that stand first, then the newest. */
export async function listHolds(db: Db, tenant: string): Promise<HoldRow[]> {
  const rows = db.selectFrom('legal_holds').selectAll().where('tenant', '=', tenant);
  return rows.orderBy(sql`lifted_at is not null`).orderBy('created_at', 'desc').orderBy('id').limit(500).execute();
}

/** Whether a hold on everybody, or on this subject, stands. */
export async function isHeld(trx: Db, tenant: string, subject: string | null): Promise<boolean> {
  const rows = trx.selectFrom('legal_holds').select('id').where('tenant', '=', tenant).where('lifted_at', 'is', null);
  const found = await rows
    .where((eb) => eb.or([eb('subject', 'is', null), ...(subject === null ? [] : [eb('subject', '=', subject)])]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
