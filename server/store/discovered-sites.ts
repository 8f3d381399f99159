/** AI sites that nobody listed, as browsers saw them. */
import type { Database, Db } from './schema.ts';

export type DiscoveredSite = Database['discovered_sites'];

export async function insertDiscovered(db: Db, rows: DiscoveredSite[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('discovered_sites').values(rows).execute();
}

/** The domains seen on most devices in the window (both ends included). */
export async function listDiscovered(db: Db, tenant: string, { from, to }: { from: number; to: number }) {
  const rows = await db
    .selectFrom('discovered_sites')
    .where('tenant', '=', tenant)
    .where('received_at', '>=', from)
    .where('received_at', '<=', to)
    .select(({ fn }) => [
      'domain',
      fn.count<number>('device').distinct().as('devices'),
      fn.sum<number | string>('times').as('times'),
    ])
    .groupBy('domain')
    .orderBy('devices', 'desc')
    .orderBy('domain')
    .limit(10)
    .execute();
  // A sum of whole numbers comes as text from one of the databases.
  return rows.map(({ domain, devices, times }) => ({ domain, devices: Number(devices), times: Number(times) }));
}
