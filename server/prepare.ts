/** What an endpoint needs before it serves: an enrolment token, an admin, and the policy of its settings. */
import { readFile } from 'node:fs/promises';
import { verifyPack } from '../lib/coverage/pack-signature.ts';
import { verifyEnvelope } from '../lib/policy/envelope.ts';
import { hashPassword, isPassword } from './auth/password.ts';
import { ROLES } from './auth/permissions.ts';
import { createSecret, hashSecret } from './auth/secret.ts';
import type { EndpointConfig } from './config.ts';
import type { Log } from './log.ts';
import { writeAudit } from './store/audit.ts';
import { hasEnrolmentToken, putEnrolmentToken } from './store/enrolment.ts';
import { endLocalSessions, findReviewer, setReviewer } from './store/people.ts';
import { publishPolicy } from './store/policies.ts';
import type { Db } from './store/schema.ts';

export const ADMIN = 'admin';

/** Secrets that were made just now. They are stored as hashes only: this is the one time they can be told. */
export interface NewSecrets {
  enrolmentToken: string | null;
  adminPassword: string | null;
}

export async function prepare(db: Db, config: EndpointConfig, log: Log, now: number): Promise<NewSecrets> {
  const enrolmentToken = await prepareEnrolment(db, config, now);
  const adminPassword = await prepareAdmin(db, config, now);
  await publishFile('policy', db, config, config.policyFile, log, now);
  await publishFile('sites', db, config, config.sitesFile, log, now);
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

async function prepareAdmin(db: Db, config: EndpointConfig, now: number): Promise<string | null> {
  const { tenant, adminPassword, localSignIn } = config;
  if (!localSignIn) {
    await endLocalSessions(db, tenant);
    return null;
  }
  const known = await findReviewer(db, tenant, ADMIN);
  if (adminPassword === null && known !== null) return null;
  if (adminPassword !== null && (await isPassword(adminPassword, known?.password_hash ?? null))) return null;
  const password = adminPassword ?? createSecret();
  const reviewer = { tenant, name: ADMIN, roles: ROLES, passwordHash: await hashPassword(password) };
  await setReviewer(db, reviewer, now);
  await writeAudit(db, { tenant, at: now, actor: 'settings', act: 'reviewer_set', subject: ADMIN });
  return adminPassword === null ? password : null;
}

type Fields = Parameters<Log>[2];

/** What is published from a file: how it is verified, where it is kept, what the log says. */
const PUBLISHED = {
  policy: {
    verify: verifyEnvelope,
    table: 'policies',
    act: 'policy_published',
    refused: (log: Log, fields: Fields) => log('error', 'policy_refused', fields),
    published: (log: Log, fields: Fields) => log('info', 'policy_published', fields),
  },
  sites: {
    verify: verifyPack,
    table: 'site_packs',
    act: 'site_pack_published',
    refused: (log: Log, fields: Fields) => log('error', 'site_pack_refused', fields),
    published: (log: Log, fields: Fields) => log('info', 'site_pack_published', fields),
  },
} as const;

/** What cannot be published is said aloud; the last good one is served, and records keep coming in. */
async function publishFile(
  kind: keyof typeof PUBLISHED,
  db: Db,
  { tenant, policyRootKeys }: EndpointConfig,
  path: string | null,
  log: Log,
  now: number,
): Promise<void> {
  if (path === null) return;
  const { verify, table, act, refused, published: told } = PUBLISHED[kind];
  const envelope = await readFile(path, 'utf8').catch(() => null);
  if (envelope === null) return refused(log, { reason: 'unreadable', file: path });
  const verified = await verify(envelope, policyRootKeys);
  if (!verified.ok) return refused(log, { reason: verified.code, detail: verified.message });
  const { version, digest } = verified;
  const published = await publishPolicy(db, tenant, verified, envelope, now, table);
  if (!published.ok) return refused(log, { reason: published.code, version });
  if (!published.isNew) return;
  await writeAudit(db, { tenant, at: now, actor: 'settings', act, subject: digest });
  told(log, { version, digest });
}
