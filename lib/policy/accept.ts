/**
 * Which of two policies a browser keeps: the one it enforces, or the one it was just sent. Only verified policies come
 * here (`envelope.ts`); one whose signature is bad never does, so the last good policy stays in force by itself.
 */
import { diffPolicies } from './diff.ts';
import type { VerifiedPolicy } from './envelope.ts';

export type RefuseCode = 'rollback' | 'same_version' | 'app_too_old' | 'second_signature';
export type Acceptance =
  | { keep: 'candidate'; reason: 'first' | 'newer' | 'new_keys' }
  | { keep: 'current'; reason: 'unchanged' }
  | { keep: 'current'; reason: 'refused'; code: RefuseCode; message: string };

/** What acceptance needs to know besides the two policies. */
export interface AcceptContext {
  /** Version of the extension, `1.4.0`. */
  appVersion: string;
  /** How many root keys are pinned. From two on, a weakening needs two signatures. */
  rootKeys: number;
}

/**
 * The highest version wins, a lower one is refused as a rollback. Versions count within one set of root keys: after the
 * keys were replaced they start anew, or a stolen key could have set the highest version for ever.
 */
export function acceptPolicy(
  current: VerifiedPolicy | null,
  candidate: VerifiedPolicy,
  context: AcceptContext,
): Acceptance {
  const { minApp } = candidate.policy;
  if (minApp !== undefined && compareVersions(context.appVersion, minApp) < 0) {
    return refuse('app_too_old', `policy ${candidate.version} needs version ${minApp} of the extension`);
  }
  if (current === null) return { keep: 'candidate', reason: 'first' };
  if (current.digest === candidate.digest && current.epoch === candidate.epoch) {
    return { keep: 'current', reason: 'unchanged' };
  }
  if (current.epoch !== candidate.epoch) return { keep: 'candidate', reason: 'new_keys' };
  if (candidate.version < current.version) {
    return refuse('rollback', `policy ${candidate.version} is older than ${current.version}, which is in force`);
  }
  if (candidate.version === current.version) {
    return refuse('same_version', `another policy already has version ${current.version}`);
  }
  if (context.rootKeys >= 2 && candidate.signers < 2 && diffPolicies(current.policy, candidate.policy).weakens) {
    return refuse('second_signature', `policy ${candidate.version} weakens enforcement and has only one signature`);
  }
  return { keep: 'candidate', reason: 'newer' };
}

export type Freshness = 'fresh' | 'stale' | 'expired' | 'none';

/** After a day without word from the endpoint a policy counts as stale. */
export const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * How current the enforced policy is. `confirmedMs` is when the endpoint last said that this is the newest one; null for
 * a policy that nobody confirms (bundled, inline in managed storage), which is fresh until it expires.
 */
export function freshnessOf(
  policy: Pick<VerifiedPolicy['policy'], 'expires'> | null,
  nowMs: number,
  confirmedMs: number | null,
  staleAfterMs: number = STALE_AFTER_MS,
): Freshness {
  if (policy === null) return 'none';
  if (nowMs >= Date.parse(policy.expires)) return 'expired';
  return confirmedMs !== null && nowMs - confirmedMs > staleAfterMs ? 'stale' : 'fresh';
}

function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function refuse(code: RefuseCode, message: string): Acceptance {
  return { keep: 'current', reason: 'refused', code, message };
}
