import { GovernedList } from '../../lib/background/governed-list.ts';
import type { GovernedState } from '../../lib/coverage/governed.ts';

/** The real list over memory instead of local storage; `registered` is what content scripts would run on. */
export function fakeGovernedList(stored: GovernedState | null = null) {
  const kept = { stored, registered: [] as string[][] };
  const list = new GovernedList({
    load: async () => kept.stored,
    save: async (state) => {
      kept.stored = structuredClone(state);
    },
    register: async (matches) => {
      kept.registered.push(matches);
    },
  });
  return { list, kept };
}
