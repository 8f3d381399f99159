/** How much of a tab is really held, and why not more. Never kinder than the facts. */

/** `forbidden`: the browser keeps extensions, or this one, out of the page. */
export type HookState = 'present' | 'absent' | 'forbidden';

export interface TabFacts {
  /** Whether the browser's gate can hold requests, or only watch them. */
  gate: 'blocking' | 'observing';
  hook: HookState;
}

/**
 * - `no_gate`: what the page's hooks miss is seen and recorded, not held.
 * - `no_hook`: the page was there before the hooks; nobody is asked, and what is not allowed outright is refused.
 * - `unheld`: the same without a gate: nothing holds this tab.
 * - `forbidden`: the browser keeps the extension out, so nothing holds this tab.
 */
export const COVERAGE_REASONS = ['no_gate', 'no_hook', 'unheld', 'forbidden'] as const;
export type CoverageReason = (typeof COVERAGE_REASONS)[number];

export function coverageOf({ gate, hook }: TabFacts): {
  level: 'full' | 'partial' | 'none';
  reason: CoverageReason | null;
} {
  if (hook === 'forbidden') return { level: 'none', reason: 'forbidden' };
  if (gate === 'blocking') {
    return hook === 'present' ? { level: 'full', reason: null } : { level: 'partial', reason: 'no_hook' };
  }
  return hook === 'present' ? { level: 'partial', reason: 'no_gate' } : { level: 'none', reason: 'unheld' };
}

/** Loading the page again brings the hooks. */
export function helpsToReload(reason: CoverageReason | null): boolean {
  return reason === 'no_hook' || reason === 'unheld';
}
