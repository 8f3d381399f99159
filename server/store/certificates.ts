/** Certificates of device keys: giving, renewing and revoking them. Each of these is an act, so an entry of the log. */
import { hash, randomUUID } from 'node:crypto';
import { canonicalText } from '../../lib/records/canonical.ts';
import { signBody } from '../../lib/records/signed-body.ts';
import { type Certificate, RENEW_WITHIN_MS, type RevocationList } from '../../lib/sync/api.ts';
import type { Signer } from '../ingest/signer.ts';
import { ENDPOINT, writeAudit } from './audit.ts';
import type { KnownDevice } from './enrolment.ts';
import type { Db } from './schema.ts';

type Assurance = Certificate['body']['assurance'];
type Key = Pick<KnownDevice, 'tenant' | 'device' | 'kid' | 'public_key'>;

const DAY_MS = 24 * 60 * 60_000;
/** Renewed from a third of it on, see `RENEW_WITHIN_MS`. */
export const CERTIFIED_FOR_MS = 90 * DAY_MS;
/**
 * Clocks of nodes differ, and work takes its time: a certificate counts from so long before it is given, and batches are
 * refused so long before it ends, so that every receipt is given within it.
 */
export const SLACK_MS = 5 * 60_000;

/** Why a device's certificate lets nothing in. */
export type CertifiedFault =
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'certificate_other_key'
  | 'certificate_unknown';

/** Certify a key that is the device's present one from now on, in the given transaction. */
export async function certify(
  trx: Db,
  signer: Signer,
  { tenant, device, kid, public_key: publicKey }: Key,
  at: number,
  assurance: Assurance,
): Promise<Certificate> {
  const serial = randomUUID();
  const [notBefore, notAfter] = [at - SLACK_MS, at + CERTIFIED_FOR_MS];
  const body = {
    v: 1,
    type: 'sluice.device',
    tenant,
    device,
    serial,
    kid,
    publicKey,
    notBefore,
    notAfter,
    assurance,
  } as const;
  const certificate: Certificate = await signBody(signer, body);
  const text = canonicalText(certificate);
  const row = { tenant, serial, device, kid, not_before: notBefore, not_after: notAfter, assurance, certificate: text };
  await trx.insertInto('device_certificates').values(row).execute();
  await trx
    .updateTable('devices')
    .set({ certificate: serial, certified_until: notAfter })
    .where('tenant', '=', tenant)
    .where('device', '=', device)
    .where('kid', '=', kid)
    .execute();
  await writeAudit(trx, { tenant, at, actor: ENDPOINT, act: 'device_certified', subject: hash('sha256', text) });
  return certificate;
}

/**
 * The certificate of the device's present key: the newest one, or a new one when there is none or it ends soon.
 * @param isEnrolling With an enrolment token a certificate that has ended can be replaced, without one it cannot.
 */
export async function certificateFor(
  db: Db,
  signer: Signer,
  { tenant, device }: Pick<Key, 'tenant' | 'device'>,
  at: number,
  isEnrolling = false,
): Promise<{ ok: true; certificate: Certificate } | { ok: false; code: CertifiedFault }> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('devices')
      .select(['tenant', 'device', 'kid', 'public_key', 'certificate'])
      .where('tenant', '=', tenant)
      .where('device', '=', device)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const newest = known.certificate === null ? null : await findCertificate(trx, tenant, known.certificate);
    if (newest?.revoked_at != null) return { ok: false, code: 'certificate_revoked' };
    const left = newest === null ? 0 : newest.not_after - at;
    if (newest !== null && left > RENEW_WITHIN_MS) return { ok: true, certificate: JSON.parse(newest.certificate) };
    if (newest !== null && left <= SLACK_MS && !isEnrolling) return { ok: false, code: 'certificate_expired' };
    const assurance = isEnrolling ? 'enrolment_token' : (newest?.assurance ?? 'enrolment_token');
    return { ok: true, certificate: await certify(trx, signer, known, at, assurance) };
  });
}

/**
 * Why a batch must not be taken now; null when it may: the device's present key has a good certificate.
 * @param serial What it is sent under; null: not said. An earlier one for the same key will do.
 */
export async function certifiedFault(
  db: Db,
  { tenant, device, kid, certificate, certified_until: until }: KnownDevice,
  serial: string | null,
  now: number,
): Promise<CertifiedFault | null> {
  if (serial !== null && serial !== certificate) {
    const named = await findCertificate(db, tenant, serial);
    if (named?.device !== device) return 'certificate_unknown';
    if (named.kid !== kid) return 'certificate_other_key';
  }
  if (until === 0) return 'certificate_revoked';
  return until === null || now < until - SLACK_MS ? null : 'certificate_expired';
}

async function findCertificate(db: Db, tenant: string, serial: string) {
  const rows = db
    .selectFrom('device_certificates')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('serial', '=', serial);
  return (await rows.executeTakeFirst()) ?? null;
}

/** Of one device or of all, the oldest first. */
export async function listCertificates(db: Db, tenant: string, device: string | null) {
  return db
    .selectFrom('device_certificates')
    .selectAll()
    .where('tenant', '=', tenant)
    .$if(device !== null, (query) => query.where('device', '=', device!))
    .orderBy('not_before')
    .orderBy('serial')
    .execute();
}

interface Revoking {
  tenant: string;
  actor: string;
  at: number;
  why: string;
}

/**
 * Revoke certificates that are still good, for ever: by serial, or all of a device. The device gets another only when an
 * admin lets it in again. @returns Those that were revoked by this.
 */
export async function revokeCertificates(
  trx: Db,
  { tenant, actor, at, why }: Revoking,
  which: { serial: string } | { device: string },
): Promise<{ device: string }[]> {
  const revoked = await trx
    .updateTable('device_certificates')
    .set({ revoked_at: at, revoked_by: actor, revoked_why: why })
    .where('tenant', '=', tenant)
    .where('revoked_at', 'is', null)
    .where('not_after', '>', at)
    .$if('serial' in which, (query) => query.where('serial', '=', (which as { serial: string }).serial))
    .$if('device' in which, (query) => query.where('device', '=', (which as { device: string }).device))
    .returning(['serial', 'device'])
    .execute();
  for (const { serial, device } of revoked) {
    const own = trx.updateTable('devices').set({ certified_until: 0 }).where('tenant', '=', tenant);
    await own.where('device', '=', device).where('certificate', '=', serial).execute();
    await writeAudit(trx, { tenant, at, actor, act: 'certificate_revoked', subject: serial });
  }
  return revoked;
}

/** What was revoked, signed. @param rows Certificates, those that are good as well. */
export async function revocationListOf(
  signer: Signer,
  tenant: string,
  rows: readonly { serial: string; revoked_at: number | null }[],
  created: number,
): Promise<RevocationList> {
  const revoked = rows.flatMap(({ serial, revoked_at: at }) => (at === null ? [] : [{ serial, at }]));
  const body = { v: 1, type: 'sluice.revoked', tenant, created, revoked } as const;
  return signBody(signer, body);
}
