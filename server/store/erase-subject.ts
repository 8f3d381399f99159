/** Forgetting somebody: their key is destroyed, and with it who they are and what their pseudonyms were. */
import type { TenantKeys } from '../privacy/keyring.ts';
import { isHeld, oneEraser } from './holds.ts';
import type { Db } from './schema.ts';
import { FOREVER, giveDevice, newSubject } from './subjects.ts';

/**
 * Records stay, and hold the number of the device and pseudonyms that nobody can make again. From now on their devices
 * belong to somebody nobody has named, until the browsers tell again.
 */
export async function eraseSubject(
  trx: Db,
  keys: TenantKeys,
  { tenant, subject, at }: { tenant: string; subject: string; at: number },
): Promise<'erased' | 'held' | 'gone'> {
  await oneEraser(trx, tenant);
  const found = trx.selectFrom('subjects').selectAll().where('tenant', '=', tenant).where('id', '=', subject);
  const row = await found.forUpdate().executeTakeFirst();
  if (row === undefined || row.erased_at !== null) return 'gone';
  if (await isHeld(trx, tenant, subject)) return 'held';
  await trx
    .updateTable('subjects')
    .set({ wrapped_key: null, identity: null, lookup: null, account: null, erased_at: at })
    .where('tenant', '=', tenant)
    .where('id', '=', subject)
    .execute();
  const theirs = await trx
    .updateTable('subject_devices')
    .set({ subject: null, assurance: null })
    .where('tenant', '=', tenant)
    .where('subject', '=', subject)
    .returning(['device', 'since', 'until'])
    .execute();
  for (const { device, since } of theirs.filter(({ until }) => until === FOREVER)) {
    const nobody = await newSubject(trx, keys, tenant, at, null);
    const holder = { subject: null, assurance: null, since, lookup: null };
    await giveDevice(trx, { tenant, device, at }, holder, nobody, null);
  }
  return 'erased';
}
