/** The groups that a policy speaks of: all that anybody needs to know of a person's groups to apply it. Pure. */
import type { Condition, Policy } from './schema.ts';

export function namedGroups({ rules, exceptions = [] }: Policy): Set<string> {
  return new Set([...rules.flatMap(({ when }) => groupsIn(when)), ...exceptions.flatMap(({ group }) => group ?? [])]);
}

function groupsIn({ group = [], all = [], any = [], not }: Condition): string[] {
  const inner = [...all, ...any, ...(not === undefined ? [] : [not])];
  return [...group, ...inner.flatMap(groupsIn)];
}
