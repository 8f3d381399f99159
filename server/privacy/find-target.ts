/** Whom somebody means, without telling them who that is. */
import type { Target } from '../api/proposals.ts';
import { findIncident } from '../store/incidents.ts';
import type { Db } from '../store/schema.ts';
import { subjectAt, subjectOfUser } from '../store/subjects.ts';
import type { TenantKeys } from './keyring.ts';

/** The subject; null when there is nobody, or they are erased. */
export async function findTarget(
  db: Db,
  keys: TenantKeys,
  tenant: string,
  target: Target,
  now: number,
): Promise<string | null> {
  if ('user' in target) return subjectOfUser(db, keys, tenant, target.user);
  if ('device' in target) return subjectAt(db, tenant, { device: target.device, at: now });
  const incident = await findIncident(db, tenant, target.incident);
  return incident === null ? null : subjectAt(db, tenant, { device: incident.device, at: incident.created_at });
}
