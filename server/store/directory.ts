/**
 * The one way across tenants: whose token is this, which tenants have something to log, how far are the logs. The database
 * lets the role behind it read these columns and nothing else; what follows is asked as the tenant.
 */
import type { Db } from './schema.ts';

/** The tenant of the device with this token, looked up by hash: the token itself is in no database. */
export async function tenantOfDevice(directory: Db, tokenHash: string): Promise<string | null> {
  const rows = directory.selectFrom('devices').select('tenant').where('token_hash', '=', tokenHash);
  return (await rows.executeTakeFirst())?.tenant ?? null;
}

/** The tenant of the session with this token, ended or not. */
export async function tenantOfSession(directory: Db, tokenHash: string): Promise<string | null> {
  const rows = directory.selectFrom('sessions').select('tenant').where('token_hash', '=', tokenHash);
  return (await rows.executeTakeFirst())?.tenant ?? null;
}

/** The tenant of the device that waits for somebody to sign in at this link, looked up by hash. */
export async function tenantOfDeviceSignIn(directory: Db, link: string): Promise<string | null> {
  const rows = directory.selectFrom('device_sign_ins').select('tenant').where('link', '=', link);
  return (await rows.executeTakeFirst())?.tenant ?? null;
}

export async function tenantsWithDevices(directory: Db): Promise<string[]> {
  const rows = await directory.selectFrom('devices').select('tenant').distinct().execute();
  return rows.map(({ tenant }) => tenant);
}

/** Tenants with records or acts that are not in their log yet. */
export async function tenantsToLog(directory: Db): Promise<string[]> {
  const chains = directory
    .selectFrom('chains')
    .select('tenant')
    .whereRef('logged_seq', '<', 'contiguous_seq')
    .distinct();
  const acts = directory.selectFrom('audit').select('tenant').where('is_logged', '=', false).distinct();
  return (await chains.union(acts).execute()).map(({ tenant }) => tenant);
}

/** Tenants that have agreed on what is kept how long. */
export async function tenantsWithRetention(directory: Db): Promise<string[]> {
  const rows = await directory.selectFrom('retention_profiles').select('tenant').distinct().execute();
  return rows.map(({ tenant }) => tenant);
}

/** Tenants in which something was asked for, and may end. */
export async function tenantsWithProposals(directory: Db): Promise<string[]> {
  const rows = directory.selectFrom('proposals').select('tenant').distinct();
  return (await rows.where('state', 'in', ['open', 'approved']).execute()).map(({ tenant }) => tenant);
}

/** Records that are in no log yet, and when the newest checkpoint was made; of all tenants together. */
export async function logState(directory: Db): Promise<{ pending: number; checkpointAt: number | null }> {
  const { pending } = await directory
    .selectFrom('chains')
    .select(({ fn, eb }) =>
      fn.coalesce(fn.sum<number>(eb('contiguous_seq', '-', eb.ref('logged_seq'))), eb.lit(0)).as('pending'),
    )
    .whereRef('logged_seq', '<', 'contiguous_seq')
    .executeTakeFirstOrThrow();
  // The newest of each log is at its end: nobody looks through all there ever were.
  const { at } = await directory
    .selectFrom('logs')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('log_checkpoints')
          .select('made_at')
          .whereRef('log_checkpoints.tenant', '=', 'logs.tenant')
          .orderBy('size', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(({ fn }) => fn.max('newest.made_at').as('at'))
    .executeTakeFirstOrThrow();
  return { pending: Number(pending), checkpointAt: at };
}
