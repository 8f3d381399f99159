/** What is known of uses: groups of words that rules weigh, and weights that were learned from sentences. */
import type { UseWeights } from './use-weights.ts';
import { toWordGroups, type WordGroups } from './word-groups.ts';

export interface UseModel {
  /** Its uses are those that are looked for. */
  readonly groups: WordGroups;
  readonly weights: UseWeights;
}

/** A model that looks for these uses and no others. */
export function onlyUses({ groups, weights }: UseModel, asked: ReadonlySet<string>): UseModel {
  return { groups: toWordGroups(groups.uses.filter(({ use }) => asked.has(use))), weights };
}
