/**
 * Enrolment: the device makes its key and its ids once, by itself, so that records can be written before any endpoint
 * answers; the endpoint then learns the public key and gives a token. Losing the token loses nothing of the chain.
 */
import { buildEnrolled } from '../records/build.ts';
import { noteGap } from '../records/gap.ts';
import { createDeviceKey } from '../records/sign.ts';
import type { AgentInfo, Writer } from '../records/writer.ts';
import type { IdentityRow, SluiceDb } from '../storage/db.ts';
import type { Locks } from '../storage/locks.ts';
import { clearMeta, type MetaValue, readMeta, writeMeta } from '../storage/meta.ts';
import { type EnrolRequest, type EnrolResponse, enrolResponse } from './api.ts';
import { backoffMs, retryAfterMs } from './backoff.ts';
import { certificateRefusal, keepCertificate } from './certificate.ts';
import { isRevoked } from './is-revoked.ts';
import { endpointUrl, type Net, parseAnswer } from './net.ts';

export interface EnrolPorts {
  db: SluiceDb;
  locks: Locks;
  net: Net;
  writer: Pick<Writer, 'append'>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** 0..1 */
  random(): number;
  randomUuid(): string;
  agent(): AgentInfo;
}

/** From managed storage. */
export interface EnrolConfig {
  endpoint: string;
  tenant: string;
  token: string;
}

export type Enrolment = MetaValue<'enrolment'>;
export type EnrolResult =
  | { ok: true; enrolment: Enrolment; isNew: boolean }
  | { ok: false; code: 'waiting'; until: number }
  /** The endpoint does not take this token or device; only the admin can help. */
  | { ok: false; code: 'refused'; until: number }
  /** The endpoint has shut this device out, or revoked its certificate. */
  | { ok: false; code: 'revoked' | 'certificate_revoked'; until: number }
  | { ok: false; code: 'unreachable' | 'bad_response'; until: number }
  /** The endpoint's address must not be used (neither https nor on this machine). */
  | { ok: false; code: 'bad_endpoint' }
  /** Enrolled, but the record of it could not be written: nothing is kept, the next try enrols again. */
  | { ok: false; code: 'not_recorded' };

export const IDENTITY_LOCK = 'sluice.identity';
const ENROL_LOCK = 'sluice.enrol';
const TIMEOUT_MS = 20_000;

/**
 * The device's key and ids, made at the first call for a tenant (a new chain begins). A tenant that comes back finds its
 * own again, and what had not been sent to it yet.
 */
export async function ensureIdentity(
  { db, locks, randomUuid }: Pick<EnrolPorts, 'db' | 'locks' | 'randomUuid'>,
  tenant: string,
): Promise<IdentityRow> {
  return locks(IDENTITY_LOCK, async () => {
    const known = await db.identity.get('device');
    if (known?.tenant === tenant) return known;
    const former = await db.identity.get(`of ${tenant}`);
    const fresh = { tenant, device: randomUuid(), chain: randomUuid(), epoch: 1 };
    const identity: IdentityRow = { ...(former ?? { ...fresh, ...(await createDeviceKey()) }), slot: 'device' };
    await db.transaction('rw', db.identity, db.meta, async () => {
      await db.identity.delete(`of ${tenant}`);
      if (known !== undefined) await db.identity.put({ ...known, slot: `of ${known.tenant}` });
      await db.identity.put(identity);
      await clearMeta(db, 'enrolment', 'certificate', 'subject', 'receipt', 'backoff.enrol', 'backoff.records');
    });
    return identity;
  });
}

/** The enrolment in force, or a new one. Rejects only when the database does. */
export async function ensureEnrolled(ports: EnrolPorts, config: EnrolConfig): Promise<EnrolResult> {
  const identity = await ensureIdentity(ports, config.tenant);
  return ports.locks(ENROL_LOCK, async () => {
    const { db } = ports;
    const known = await readMeta(db, 'enrolment');
    const isCurrent = known?.device === identity.device && known.endpoint === config.endpoint;
    if (known !== null && isCurrent) return { ok: true, enrolment: known, isNew: false };
    const backoff = await readMeta(db, 'backoff.enrol');
    const now = ports.now();
    const isDue = backoff === null || backoff.until <= now || backoff.until > now + backoffMs(99, 1, Number.MAX_VALUE);
    return isDue ? enrol(ports, config, identity) : { ok: false, code: 'waiting', until: backoff.until };
  });
}

/** After a refused call: forget the token, so that the next `ensureEnrolled` asks for another. Key and chain stay. */
export async function forgetEnrolment(db: SluiceDb): Promise<void> {
  await clearMeta(db, 'enrolment');
}

/**
 * Begin a new chain with the same key, after a receipt proved that this profile was set back to an earlier state (`ahead`):
 * its next numbers are taken. The next record of the new chain declares it. What the old chain had not sent stays on the
 * device, because the endpoint could only take it for a fork.
 */
export async function restartChain({
  db,
  locks,
  randomUuid,
  now,
}: Pick<EnrolPorts, 'db' | 'locks' | 'randomUuid' | 'now'>): Promise<void> {
  await locks(IDENTITY_LOCK, () =>
    db.transaction('rw', db.identity, db.meta, async () => {
      const identity = await db.identity.get('device');
      if (identity === undefined) return;
      await db.identity.put({ ...identity, chain: randomUuid() });
      await clearMeta(db, 'receipt', 'backoff.records');
      // How many records the lost state held is not known here.
      await noteGap(db, { reason: 'restored', count: 0, since: now(), of: identity.chain });
    }),
  );
}

async function enrol(ports: EnrolPorts, config: EnrolConfig, identity: IdentityRow): Promise<EnrolResult> {
  const url = endpointUrl(config.endpoint, '/v1/enrol');
  if (url === null) return { ok: false, code: 'bad_endpoint' };
  const answer = await ports.net({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(requestOf(ports.agent(), config, identity)),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return failed(ports, 'unreachable', null);
  if (isRevoked(answer)) return failed(ports, 'revoked', null);
  if (certificateRefusal(answer) === 'certificate_revoked') return failed(ports, 'certificate_revoked', null);
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
    return failed(ports, 'refused', null);
  }
  if (answer.status >= 400) {
    return failed(ports, 'unreachable', retryAfterMs(answer.header('retry-after'), ports.now()));
  }
  const response = parseAnswer(enrolResponse, answer.text);
  if (response?.device !== identity.device) return failed(ports, 'bad_response', null);
  return keep(ports, config, identity, response);
}

async function keep(
  { db, writer, now }: EnrolPorts,
  config: EnrolConfig,
  identity: IdentityRow,
  { deviceToken, serverKey, certificate, policyRootKeys, serverTime }: EnrolResponse,
): Promise<EnrolResult> {
  const enrolledAt = now();
  await writeMeta(db, 'clock', { skewMs: enrolledAt - serverTime, measuredAt: enrolledAt });
  const { device, kid, publicKey } = identity;
  // The record names the key that may sign receipts from here on, so it comes before any receipt is believed.
  const recorded = await writer.append(buildEnrolled({ kid, publicKey, serverKey }));
  if (!recorded.ok) return { ok: false, code: 'not_recorded' };
  const { tenant, endpoint } = config;
  const enrolment: Enrolment = { tenant, endpoint, device, kid, deviceToken, serverKey, policyRootKeys, enrolledAt };
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'enrolment', enrolment);
    await clearMeta(db, 'backoff.enrol');
  });
  if (certificate !== undefined) await keepCertificate(db, enrolment, kid, certificate);
  return { ok: true, enrolment, isNew: true };
}

async function failed(
  { db, now, random }: EnrolPorts,
  code: 'refused' | 'revoked' | 'certificate_revoked' | 'unreachable' | 'bad_response',
  askedMs: number | null,
): Promise<EnrolResult> {
  const failures = ((await readMeta(db, 'backoff.enrol'))?.failures ?? 0) + 1;
  const until = now() + backoffMs(failures, random(), askedMs);
  await writeMeta(db, 'backoff.enrol', { failures, until });
  return { ok: false, code, until };
}

function requestOf(agent: AgentInfo, { tenant, token }: EnrolConfig, identity: IdentityRow): EnrolRequest {
  const { device } = identity;
  // After a change of keys: the one that the endpoint knows in any case.
  const { publicKey, kid } = identity.previous ?? identity;
  const { app, browser, os } = agent;
  return { tenant, token, device, publicKey, kid, app: { version: app.version }, browser, os };
}
