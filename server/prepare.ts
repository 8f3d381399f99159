/** What an endpoint needs before it serves: an enrolment token, an admin, and the policy of its settings. */
import { readFile } from 'node:fs/promises';
import { verifyEnvelope } from '../lib/policy/envelope.ts';
import { hashPassword, isPassword } from './auth/password.ts';
import { createSecret, hashSecret } from './auth/secret.ts';
import type { EndpointConfig } from './config.ts';
import type { Log } from './log.ts';
import { writeAudit } from './store/audit.ts';
import { hasEnrolmentToken, putEnrolmentToken } from './store/enrolment.ts';
import { publishPolicy } from './store/policies.ts';
import type { Db } from './store/schema.ts';
import { findReviewer, setReviewer } from './store/sessions.ts';

export const ADMIN = 'admin';

/** Secrets that were made just now. They are stored as hashes only: this is the one time they can be told. */
export interface NewSecrets {
  enrolmentToken: string | null;
  adminPassword: string | null;
}

export async function prepare(db: Db, config: EndpointConfig, log: Log, now: number): Promise<NewSecrets> {
  const enrolmentToken = await prepareEnrolment(db, config, now);
  const adminPassword = await prepareAdmin(db, config, now);
  if (config.policyFile !== null) await publishPolicyFile(db, config, config.policyFile, log, now);
  return { enrolmentToken, adminPassword };
}

async function prepareEnrolment(db: Db, { tenant, enrolment }: EndpointConfig, now: number): Promise<string | null> {
  if (enrolment !== null) {
    const { token, expiresAt, maxUses } = enrolment;
    await putEnrolmentToken(db, { tenant, hash: hashSecret(token), expiresAt, maxUses }, now);
    return null;
  }
  if (await hasEnrolmentToken(db, tenant)) return null;
  const token = createSecret();
  await putEnrolmentToken(db, { tenant, hash: hashSecret(token) }, now);
  return token;
}

async function prepareAdmin(db: Db, { tenant, adminPassword }: EndpointConfig, now: number): Promise<string | null> {
  const known = await findReviewer(db, tenant, ADMIN);
  if (adminPassword === null && known !== null) return null;
  if (adminPassword !== null && (await isPassword(adminPassword, known?.password_hash ?? null))) return null;
  const password = adminPassword ?? createSecret();
  const reviewer = { tenant, name: ADMIN, role: 'admin', passwordHash: await hashPassword(password) };
  await setReviewer(db, reviewer, now);
  await writeAudit(db, { tenant, at: now, actor: 'settings', act: 'reviewer_set', subject: ADMIN });
  return adminPassword === null ? password : null;
}

/** A policy that cannot be published is said aloud; the last good one is served, and records keep coming in. */
async function publishPolicyFile(
  db: Db,
  { tenant, policyRootKeys }: EndpointConfig,
  path: string,
  log: Log,
  now: number,
): Promise<void> {
  const envelope = await readFile(path, 'utf8').catch(() => null);
  if (envelope === null) return log('error', 'policy_refused', { reason: 'unreadable', file: path });
  const verified = await verifyEnvelope(envelope, policyRootKeys);
  if (!verified.ok) return log('error', 'policy_refused', { reason: verified.code, detail: verified.message });
  const published = await publishPolicy(db, tenant, verified, envelope, now);
  if (!published.ok) return log('error', 'policy_refused', { reason: published.code, version: verified.version });
  if (!published.isNew) return;
  const { version, digest } = verified;
  await writeAudit(db, { tenant, at: now, actor: 'settings', act: 'policy_published', subject: digest });
  log('info', 'policy_published', { version, digest });
}
