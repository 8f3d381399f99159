/** What a tenant's data was sealed with, and how its privacy was set when the endpoint last started. */
import type { TenantKeys } from '../privacy/keyring.ts';
import { writeAudit } from './audit.ts';
import type { Db } from './schema.ts';

/**
 * Keep to one key, and say aloud when council mode was switched.
 * @returns False when this tenant's data was sealed with another key.
 */
export async function settlePrivacy(
  db: Db,
  tenant: string,
  { id }: Pick<TenantKeys, 'id'>,
  councilMode: boolean,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('privacy_states')
      .values({ tenant, key_id: id, council_mode: false })
      .onConflict((conflict) => conflict.doNothing())
      .returning('tenant')
      .executeTakeFirst();
    const held = trx.selectFrom('privacy_states').selectAll().where('tenant', '=', tenant).forUpdate();
    const state = await held.executeTakeFirstOrThrow();
    if (made === undefined && state.key_id !== id) return false;
    if (state.council_mode === councilMode) return true;
    await trx.updateTable('privacy_states').set({ council_mode: councilMode }).where('tenant', '=', tenant).execute();
    const act = councilMode ? 'council_mode_on' : 'council_mode_off';
    await writeAudit(trx, { tenant, at: now, actor: 'settings', act, subject: tenant });
    return true;
  });
}
