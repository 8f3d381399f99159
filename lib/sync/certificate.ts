/** The certificate of the device's key: asked for with that key, kept, and renewed long before it ends. */
import { certificateFault } from '../records/check-certificate.ts';
import { sign } from '../records/sign.ts';
import { signBody } from '../records/signed-body.ts';
import type { IdentityRow, SluiceDb } from '../storage/db.ts';
import { clearMeta, type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';
import {
  apiError,
  CERTIFICATE_HEADER,
  CERTIFICATE_REFUSALS,
  type Certificate,
  type CertificateRefusal,
  type CertificateRequest,
  certificate as certificateSchema,
  RENEW_WITHIN_MS,
} from './api.ts';
import { endpointUrl, type Net, type NetResult, parseAnswer } from './net.ts';

type Enrolment = MetaValue<'enrolment'>;

export interface CertificatePorts {
  db: SluiceDb;
  net: Net;
  /** Milliseconds since the epoch. */
  now(): number;
}

const TIMEOUT_MS = 15_000;

/** What an answer says against the certificate; null when it is about something else. */
export function certificateRefusal(answer: NetResult): CertificateRefusal | null {
  if (!answer.ok || (answer.status !== 403 && answer.status !== 409)) return null;
  const code = parseAnswer(apiError, answer.text)?.error.code;
  if (code === 'certificate_unknown') return 'certificate_other_key';
  return CERTIFICATE_REFUSALS.find((each) => each === code) ?? null;
}

/** Forget what a refused certificate makes useless, so that the next round asks for what helps. */
export async function heedRefusal(db: SluiceDb, refusal: CertificateRefusal): Promise<void> {
  if (refusal !== 'certificate_revoked') await clearMeta(db, 'certificate');
  if (refusal === 'certificate_expired') await clearMeta(db, 'enrolment');
}

/** The header that names the certificate of the device's present key; none while it has none. */
export async function certificateHeader(
  db: SluiceDb,
  { kid }: Pick<IdentityRow, 'kid'>,
): Promise<Record<string, string>> {
  const held = await readMeta(db, 'certificate');
  return held?.certificate.body.kid === kid ? { [CERTIFICATE_HEADER]: held.certificate.body.serial } : {};
}

/** Keep a certificate that is the endpoint's word about this device's key; anything else is left alone. */
export async function keepCertificate(
  db: SluiceDb,
  { tenant, device, serverKey }: Pick<Enrolment, 'tenant' | 'device' | 'serverKey'>,
  kid: string,
  certificate: Certificate,
): Promise<boolean> {
  if ((await certificateFault(certificate, { serverKey, tenant, device, kid })) !== null) return false;
  await writeMeta(db, 'certificate', { certificate });
  return true;
}

export type CertificateOutcome =
  | 'kept'
  | 'renewed'
  /** Not now: no sensible answer, an endpoint without certificates, or one that has not heard of the new key yet. */
  | 'later'
  | Exclude<CertificateRefusal, 'certificate_other_key'>;

/** See that the device's present key has a certificate with time left. Rejects only when the database does. */
export async function ensureCertificate(ports: CertificatePorts, enrolment: Enrolment): Promise<CertificateOutcome> {
  const { db, net, now } = ports;
  const identity = await db.identity.get('device');
  if (identity?.device !== enrolment.device) return 'later';
  const held = (await readMeta(db, 'certificate'))?.certificate.body;
  // The endpoint judges by its own clock.
  const serverNow = now() - ((await readMeta(db, 'clock'))?.skewMs ?? 0);
  if (held?.kid === identity.kid && held.notAfter - serverNow > RENEW_WITHIN_MS) return 'kept';
  const url = endpointUrl(enrolment.endpoint, '/v1/certificate');
  if (url === null) return 'later';
  const answer = await net({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${enrolment.deviceToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(await requestOf(identity, held?.serial ?? null)),
    timeoutMs: TIMEOUT_MS,
  });
  const refusal = certificateRefusal(answer);
  if (refusal === 'certificate_other_key') return 'later';
  if (refusal !== null) {
    await heedRefusal(db, refusal);
    return refusal;
  }
  const given = answer.ok && answer.status === 200 ? parseAnswer(certificateSchema, answer.text) : null;
  const isKept = given !== null && (await keepCertificate(db, enrolment, identity.kid, given));
  return isKept ? 'renewed' : 'later';
}

function requestOf(
  { tenant, device, kid, privateKey }: IdentityRow,
  serial: string | null,
): Promise<CertificateRequest> {
  const body = { v: 1, type: 'sluice.certificate-request', tenant, device, kid, serial } as const;
  return signBody({ kid, sign: (bytes) => sign(privateKey, bytes) }, body);
}
