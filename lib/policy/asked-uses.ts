/** Which uses the rules of a policy ask about. What nobody asks about is not told to anybody: a record would say it of a person. */
import type { Condition, Policy } from './schema.ts';

const known = new WeakMap<Policy, ReadonlySet<string>>();

/** Names of the uses that some rule's condition mentions. Computed once for each policy. */
export function askedUses(policy: Policy): ReadonlySet<string> {
  let asked = known.get(policy);
  if (asked === undefined) {
    asked = new Set(policy.rules.flatMap(({ when }) => usesIn(when)));
    known.set(policy, asked);
  }
  return asked;
}

function usesIn({ all = [], any = [], not, use }: Condition): string[] {
  const inner = [...all, ...any, ...(not === undefined ? [] : [not])];
  return [...(use?.in ?? []), ...inner.flatMap(usesIn)];
}
