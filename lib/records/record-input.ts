/** `DecisionInput` <-> its form in a record: counted, in permille, with only integers, and back for evaluation. */
import type { DecisionInput } from '../policy/decision.ts';
import { UNREADABLE_REASONS } from '../prompt/prompt.ts';
import type { StoredInput } from './record-fields.ts';
import { MAX_FINDING_GROUPS } from './record-limits.ts';

/**
 * The greatest permille that is not above `confidence`. A policy asks `confidence >= t` with t in whole permille, and for
 * these the answer is the same before and after: rounding up could turn a no into a yes.
 */
export function toPermille(confidence: number): number {
  const bounded = Math.min(1, Math.max(0, confidence));
  const guess = Math.floor(bounded * 1000);
  if ((guess + 1) / 1000 <= bounded) return guess + 1;
  return guess / 1000 <= bounded ? guess : guess - 1;
}

/** The vector as a record holds it. Throws when a confidence is not a number. */
export function toStoredInput(input: DecisionInput): StoredInput {
  const findings = countFindings(input.findings);
  const kept = findings.slice(0, MAX_FINDING_GROUPS);
  return {
    app: input.app,
    host: input.host,
    channel: input.channel,
    account_kind: input.accountKind,
    groups: [...input.groups],
    shape: input.shape,
    coverage: input.coverage,
    time_ms: input.timeMs,
    findings: kept,
    uses: input.uses.map(({ use, confidence }) => ({ use, conf_pm: permilleOf(confidence) })),
    unreadable: UNREADABLE_REASONS.map((reason) => ({
      reason,
      n: input.unreadable.filter((given) => given === reason).length,
    })).filter(({ n }) => n > 0),
    omitted: findings.slice(MAX_FINDING_GROUPS).reduce((sum, { n }) => sum + n, 0),
  };
}

/**
 * The vector as `decide` takes it. Null when the record does not hold all of it.
 * @param device From the record's envelope.
 */
export function fromStoredInput(stored: StoredInput, device?: string): DecisionInput | null {
  if (stored.omitted > 0) return null;
  return {
    app: stored.app,
    host: stored.host,
    channel: stored.channel,
    accountKind: stored.account_kind,
    groups: [...stored.groups],
    shape: stored.shape,
    coverage: stored.coverage,
    timeMs: stored.time_ms,
    findings: stored.findings.flatMap(({ type, class: dataClass, detector, conf_pm, n }) =>
      Array.from({ length: n }, () => ({ type, class: dataClass, detector, confidence: conf_pm / 1000 })),
    ),
    uses: stored.uses.map(({ use, conf_pm }) => ({ use, confidence: conf_pm / 1000 })),
    unreadable: stored.unreadable.flatMap(({ reason, n }) => Array.from({ length: n }, () => reason)),
    ...(device === undefined ? {} : { device }),
  };
}

/** Most certain first, so that what does not fit is what matters least. */
function countFindings(findings: DecisionInput['findings']): StoredInput['findings'] {
  const groups = new Map<string, StoredInput['findings'][number]>();
  for (const { type, class: dataClass, detector, confidence } of findings) {
    const conf_pm = permilleOf(confidence);
    const key = `${type} ${dataClass} ${detector} ${conf_pm}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { type, class: dataClass, detector, conf_pm, n: 1 });
    else group.n += 1;
  }
  return [...groups.values()].sort((a, b) => b.conf_pm - a.conf_pm);
}

function permilleOf(confidence: number): number {
  if (!Number.isFinite(confidence)) throw new Error('confidence is not a number');
  return toPermille(confidence);
}
