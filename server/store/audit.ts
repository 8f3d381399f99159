/** What people and the server itself did here, by whom and to what. Identifiers and codes only, never content. */
import { sql } from 'kysely';
import type { ProposalKind } from '../privacy/proposal.ts';
import type { Db } from './schema.ts';

/** Whom the endpoint names when nobody did it. */
export const ENDPOINT = 'endpoint';

export type AuditAct =
  | 'device_enrolled'
  | 'device_certified'
  | 'certificate_revoked'
  | 'device_signed_in'
  | 'device_signed_out'
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
  | 'dead_letter_removed'
  | ProposalAct
  | 'hold_created'
  | 'hold_lifted'
  | 'records_erased'
  | 'incidents_erased'
  | 'council_mode_on'
  | 'council_mode_off';

type ProposalStep = 'requested' | 'approved' | 'consented' | 'refused' | 'withdrawn' | 'expired';
/** Steps of what nobody may do alone, and what was done in the end. */
export type ProposalAct =
  | `${ProposalKind}_${ProposalStep}`
  | 'identity_revealed'
  | 'subject_erased'
  | 'retention_changed'
  /** Asked for by its actor, and approved by somebody else or, with nobody else to ask, by nobody. */
  | 'policy_used'
  | 'policy_used_alone';

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

/** Acts about policy and privacy: what those see who watch over it and see no cases. */
const ABOUT_PRIVACY = [
  'policy_%',
  'site_pack_published',
  'reveal_%',
  'identity_revealed',
  'erasure_%',
  'subject_erased',
  'retention_%',
  'records_erased',
  'incidents_erased',
  'hold_%',
  'council_mode_%',
];
const ACTS_AT_ONCE = 200;

/** Newest first. */
export async function listPrivacyActs(db: Db, tenant: string) {
  return db
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'act', 'subject'])
    .where('tenant', '=', tenant)
    .where(sql<boolean>`act like any(${ABOUT_PRIVACY}::text[])`)
    .orderBy('id', 'desc')
    .limit(ACTS_AT_ONCE)
    .execute();
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
