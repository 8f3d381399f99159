/**
 * Fetches the signed policy. The last good one stays in force whatever comes back: no answer, a bad signature or an older
 * version only ever change what is reported.
 */
import { type AcceptContext, acceptPolicy } from '../policy/accept.ts';
import { type VerifiedPolicy, verifyEnvelope } from '../policy/envelope.ts';
import type { PolicyRow, SluiceDb } from '../storage/db.ts';
import { type Enrolment, forgetEnrolment } from './enrol.ts';
import { isRevoked } from './is-revoked.ts';
import { endpointUrl, type Net } from './net.ts';

/**
 * What signature check and acceptance make of an envelope, given the one that is in force (null: none).
 * `V` is the verified policy as the caller uses it.
 */
export type JudgePolicy<V> = (
  envelope: string,
  current: V | null,
) => Promise<{ ok: true; policy: V } | { ok: true; policy: null } | { ok: false; code: string; message: string }>;

/** Two signed documents come this way: the policy, and the site pack. */
export type SignedSlot = PolicyRow['slot'];

export interface PolicyFetchPorts<V> {
  db: SluiceDb;
  /** Default `endpoint`: the policy. */
  slot?: SignedSlot;
  net: Net;
  /** Milliseconds since the epoch. */
  now(): number;
  judge: JudgePolicy<V>;
}

export type PolicyFetchResult<V> =
  | { outcome: 'applied'; policy: V }
  /** The endpoint confirmed that the policy in force is the newest. */
  | { outcome: 'unchanged' }
  /** `bad_signature`, `rollback`, ...: say so in a record, keep enforcing. */
  | { outcome: 'rejected'; code: string; message: string }
  /** The endpoint has no policy for this tenant. */
  | { outcome: 'none' }
  | { outcome: 'unauthorised' }
  /** The device was shut out. Its token is kept: it is good again when the device is let in again. */
  | { outcome: 'revoked' }
  | { outcome: 'unreachable' };

const TIMEOUT_MS = 20_000;
const PATHS: Record<SignedSlot, string> = { endpoint: '/v1/policy', sites: '/v1/sites' };

/** The judge that browsers use: signed by a root key, and not older or weaker than it may be. */
export function policyJudge(rootKeys: readonly string[], context: AcceptContext): JudgePolicy<VerifiedPolicy> {
  return async (envelope, current) => {
    const verified = await verifyEnvelope(envelope, rootKeys);
    if (!verified.ok) return verified;
    const accepted = acceptPolicy(current, verified, context);
    if (accepted.keep === 'candidate') return { ok: true, policy: verified };
    if (accepted.reason === 'unchanged') return { ok: true, policy: null };
    return { ok: false, code: accepted.code, message: accepted.message };
  };
}

/** Ask for the policy and keep it when it is good. `current` is the policy in force, already verified. */
export async function fetchPolicy<V>(
  ports: PolicyFetchPorts<V>,
  enrolment: Enrolment,
  current: V | null,
): Promise<PolicyFetchResult<V>> {
  const { db, net, slot = 'endpoint' } = ports;
  const url = endpointUrl(enrolment.endpoint, PATHS[slot]);
  if (url === null) return { outcome: 'unreachable' };
  const stored = await db.policy.get(slot);
  const etag = current === null ? null : (stored?.etag ?? null);
  const answer = await net({
    method: 'GET',
    url,
    headers: {
      authorization: `Bearer ${enrolment.deviceToken}`,
      ...(etag === null ? {} : { 'if-none-match': etag }),
    },
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return { outcome: 'unreachable' };
  switch (answer.status) {
    case 200:
      return take(ports, answer.text, answer.header('etag'), current, stored);
    case 304:
      return etag === null || stored === undefined ? { outcome: 'unreachable' } : confirm(ports, stored, etag);
    case 404:
      return { outcome: 'none' };
    case 401:
    case 403:
      if (isRevoked(answer)) return { outcome: 'revoked' };
      await forgetEnrolment(db);
      return { outcome: 'unauthorised' };
    default:
      return { outcome: 'unreachable' };
  }
}

/** The stored policy, judged anew: what lies on the disk is not trusted more than what comes from the network. */
export async function loadPolicy<V>({
  db,
  judge,
  slot = 'endpoint',
}: Pick<PolicyFetchPorts<V>, 'db' | 'judge' | 'slot'>): Promise<
  { ok: true; policy: V; confirmedAt: number } | { ok: false; code: string }
> {
  const stored = await db.policy.get(slot);
  if (stored === undefined) return { ok: false, code: 'none' };
  const judged = await judge(stored.envelope, null);
  if (!judged.ok) return { ok: false, code: judged.code };
  return judged.policy === null
    ? { ok: false, code: 'none' }
    : { ok: true, policy: judged.policy, confirmedAt: stored.fetchedAt };
}

async function take<V>(
  ports: PolicyFetchPorts<V>,
  envelope: string,
  etag: string | null,
  current: V | null,
  stored: PolicyRow | undefined,
): Promise<PolicyFetchResult<V>> {
  const judged = await ports.judge(envelope, current);
  if (!judged.ok) return { outcome: 'rejected', code: judged.code, message: judged.message };
  const kept = judged.policy === null && stored !== undefined ? stored.envelope : envelope;
  await ports.db.policy.put({ slot: ports.slot ?? 'endpoint', envelope: kept, etag, fetchedAt: ports.now() });
  return judged.policy === null ? { outcome: 'unchanged' } : { outcome: 'applied', policy: judged.policy };
}

async function confirm<V>(
  { db, now }: PolicyFetchPorts<V>,
  stored: PolicyRow,
  etag: string,
): Promise<PolicyFetchResult<V>> {
  await db.policy.put({ ...stored, etag, fetchedAt: now() });
  return { outcome: 'unchanged' };
}
