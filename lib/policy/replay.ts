/** What-if: decide stored inputs again under another policy and count what would have been different. */
import { decide } from './decide.ts';
import type { Action, DecisionInput } from './decision.ts';
import type { Policy } from './schema.ts';

/** One past decision: the vector that was decided about, and what was decided. */
export interface PastDecision {
  input: DecisionInput;
  action: Action;
}

export interface ReplayReport {
  total: number;
  unchanged: number;
  newlyBlocked: number;
  newlyAllowed: number;
  newlyRedacted: number;
  otherChanges: number;
  /** Changed decisions by `from -> to`, app and data class, largest first. */
  byChange: [string, number][];
  byApp: [string, number][];
  byClass: [string, number][];
}

export function replayPolicy(policy: Policy, past: Iterable<PastDecision>): ReplayReport {
  const report = { total: 0, unchanged: 0, newlyBlocked: 0, newlyAllowed: 0, newlyRedacted: 0, otherChanges: 0 };
  const byChange = new Map<string, number>();
  const byApp = new Map<string, number>();
  const byClass = new Map<string, number>();
  for (const { input, action: before } of past) {
    report.total++;
    const { action: after } = decide(policy, input);
    if (after === before) {
      report.unchanged++;
      continue;
    }
    report[outcome(after)]++;
    count(byChange, `${before} -> ${after}`);
    count(byApp, input.app);
    for (const dataClass of new Set(input.findings.map((finding) => finding.class))) count(byClass, dataClass);
  }
  return { ...report, byChange: largestFirst(byChange), byApp: largestFirst(byApp), byClass: largestFirst(byClass) };
}

function outcome(after: Action): 'newlyBlocked' | 'newlyAllowed' | 'newlyRedacted' | 'otherChanges' {
  if (after === 'block') return 'newlyBlocked';
  if (after === 'allow') return 'newlyAllowed';
  return after === 'redact' ? 'newlyRedacted' : 'otherChanges';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function largestFirst(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
