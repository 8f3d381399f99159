import type { DataClass } from '../../lib/classify/finding.ts';
import type { Decision } from '../../lib/policy/decision.ts';

/** A finding as it may be shown: the value masked by the caller, never the value. */
export interface ShownFinding {
  type: string;
  class: DataClass;
  masked: string;
  /** Name of the attachment it is in; absent for the text itself. */
  partName?: string;
}

export interface FindingGroup {
  type: string;
  class: DataClass;
  count: number;
  /** Whether sending redacted replaces these. */
  replaced: boolean;
  /** The same masked value in the same part is one entry. */
  values: { masked: string; partName: string | null; times: number }[];
}

/**
 * The findings that the decision is about, by type, most frequent first, those to be replaced before those that stay.
 * `findings` stand in the order of the decision's indexes. What only a monitored rule saw is not shown: it has no effect.
 */
export function groupFindings(decision: Decision, findings: readonly ShownFinding[]): FindingGroup[] {
  const replaced = new Set(decision.redact);
  const groups = new Map<string, FindingGroup>();
  for (const index of relevant(decision, findings.length)) {
    const finding = findings[index];
    if (!finding) continue;
    const key = JSON.stringify([finding.type, finding.class, replaced.has(index)]);
    const group = groups.get(key) ?? emptyGroup(finding, replaced.has(index));
    groups.set(key, group);
    addValue(group, finding);
  }
  return [...groups.values()].sort((a, b) => Number(b.replaced) - Number(a.replaced) || b.count - a.count);
}

function relevant(decision: Decision, total: number): number[] {
  const enforced = decision.rules.filter((rule) => rule.mode !== 'monitor');
  if (enforced.length === 0) return Array.from({ length: total }, (_, index) => index);
  return [...new Set([...enforced.flatMap((rule) => rule.findings), ...decision.redact])].sort((a, b) => a - b);
}

function emptyGroup(finding: ShownFinding, replaced: boolean): FindingGroup {
  return { type: finding.type, class: finding.class, count: 0, replaced, values: [] };
}

function addValue(group: FindingGroup, finding: ShownFinding): void {
  const { masked } = finding;
  const partName = finding.partName ?? null;
  group.count += 1;
  const same = group.values.find((value) => value.masked === masked && value.partName === partName);
  if (same) same.times += 1;
  else group.values.push({ masked, partName, times: 1 });
}
