/** What people and the server itself did here, by whom and to what. Identifiers and codes only, never content. */
import type { Db } from './schema.ts';

export type AuditAct =
  | 'device_enrolled'
  | 'policy_published'
  | 'site_pack_published'
  | 'reviewer_set'
  | 'signed_in'
  | 'sign_in_failed'
  | 'signed_out'
  | 'session_ended'
  | 'person_created'
  | 'person_disabled'
  | 'person_enabled'
  | 'roles_changed'
  | 'password_changed'
  | 'password_reset'
  | 'sessions_ended'
  | 'token_created'
  | 'token_revoked'
  | 'device_revoked'
  | 'device_restored'
  | 'incident_changed'
  | 'evidence_exported'
  | 'connector_tested'
  | 'connector_replayed'
  | 'connector_paused'
  | 'connector_resumed'
  | 'dead_letter_removed';

export interface AuditEntry {
  tenant: string;
  at: number;
  actor: string;
  act: AuditAct;
  subject: string;
}

export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.insertInto('audit').values(entry).execute();
}

/** Oldest first. */
export async function listAudit(db: Db, tenant: string): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['tenant', 'at', 'actor', 'act', 'subject'])
    .where('tenant', '=', tenant)
    .orderBy('id')
    .execute();
  return rows as AuditEntry[];
}
