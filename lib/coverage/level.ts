/** How much of a tab is really held, and why not more. Never kinder than the facts. */

/**
 * `incomplete`: at work in the page, but not in all of it. `forbidden`: the browser keeps extensions, or this one, out of
 * the page.
 */
export type HookState = 'present' | 'incomplete' | 'absent' | 'forbidden';

export interface TabFacts {
  /** Whether the browser's gate can hold requests, or only watch them. */
  gate: 'blocking' | 'observing';
  hook: HookState;
}

/**
 * - `no_gate`: what the page's hooks miss is seen and recorded, not held.
 * - `no_hook`: the page was there before the hooks; nobody is asked, and what is not allowed outright is refused.
 * - `unguarded`: so it is with a part of the page, a frame for example, and something of it was refused.
 * - `unheld`: the same without a gate: nothing holds this tab.
 * - `forbidden`: the browser keeps the extension out, so nothing holds this tab.
 */
export const COVERAGE_REASONS = ['no_gate', 'no_hook', 'unguarded', 'unheld', 'forbidden'] as const;
export type CoverageReason = (typeof COVERAGE_REASONS)[number];

export function coverageOf({ gate, hook }: TabFacts): {
  level: 'full' | 'partial' | 'none';
  reason: CoverageReason | null;
} {
  if (hook === 'forbidden') return { level: 'none', reason: 'forbidden' };
  if (gate === 'observing') {
    return hook === 'absent' ? { level: 'none', reason: 'unheld' } : { level: 'partial', reason: 'no_gate' };
  }
  if (hook === 'present') return { level: 'full', reason: null };
  return { level: 'partial', reason: hook === 'incomplete' ? 'unguarded' : 'no_hook' };
}

/** Loading the page again brings the hooks. */
export function helpsToReload(reason: CoverageReason | null): boolean {
  return reason === 'no_hook' || reason === 'unguarded' || reason === 'unheld';
}
