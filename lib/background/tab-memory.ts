/**
 * What the background remembers of each tab: keyed digests of values entered there, and the decisions the popup shows.
 * Counts and digests only. Mirrored to session storage, because workers are stopped whenever they are idle.
 */
import * as z from 'zod/mini';
import { type ShownDecision, shownDecision } from '../messages/popup-state.ts';
import type { DecisionDraft } from '../records/record.ts';

const tabSchema = z.strictObject({ entered: z.array(z.string()), decisions: z.array(shownDecision) });
export const tabMemorySchema = z.record(z.string(), tabSchema);
export type SavedTabs = z.infer<typeof tabMemorySchema>;

/** Pages are untrusted: a loop must not fill memory. The oldest are forgotten first. */
const MAX_ENTERED = 5_000;
const MAX_DECISIONS = 50;
const NOTHING: ReadonlySet<string> = new Set();

export class TabMemory {
  readonly #entered = new Map<number, Set<string>>();
  readonly #decisions = new Map<number, ShownDecision[]>();
  readonly #save: (tabs: SavedTabs) => void;

  constructor(saved: SavedTabs, save: (tabs: SavedTabs) => void) {
    for (const [tab, { entered, decisions }] of Object.entries(saved)) {
      this.#entered.set(Number(tab), new Set(entered));
      this.#decisions.set(Number(tab), decisions);
    }
    this.#save = save;
  }

  enter(tab: number, digests: readonly string[]): void {
    const all = [...(this.#entered.get(tab) ?? []), ...digests];
    this.#entered.set(tab, new Set(all.slice(-MAX_ENTERED)));
    this.#save(this.#snapshot());
  }

  /** Requests of workers belong to no tab (-1): for them a value entered in any tab counts. */
  entered(tab: number): ReadonlySet<string> {
    if (tab >= 0) return this.#entered.get(tab) ?? NOTHING;
    return new Set([...this.#entered.values()].flatMap((digests) => [...digests]));
  }

  decided(tab: number, ts: number, draft: DecisionDraft): void {
    const shown: ShownDecision = {
      ts,
      action: draft.action,
      choice: draft.user_choice === 'none' ? null : draft.user_choice,
      counts: draft.findings.map(({ type, class: dataClass, count }) => ({ type, class: dataClass, count })),
    };
    this.#decisions.set(tab, [shown, ...this.decisions(tab)].slice(0, MAX_DECISIONS));
    this.#save(this.#snapshot());
  }

  /** Newest first. */
  decisions(tab: number): ShownDecision[] {
    return this.#decisions.get(tab) ?? [];
  }

  forget(tab: number): void {
    this.#entered.delete(tab);
    this.#decisions.delete(tab);
    this.#save(this.#snapshot());
  }

  #snapshot(): SavedTabs {
    const tabs = new Set([...this.#entered.keys(), ...this.#decisions.keys()]);
    return Object.fromEntries(
      [...tabs].map((tab) => [
        String(tab),
        { entered: [...(this.#entered.get(tab) ?? [])], decisions: this.decisions(tab) },
      ]),
    );
  }
}
