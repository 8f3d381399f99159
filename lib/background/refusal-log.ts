/**
 * Refusals of the gate that nothing is known of but that they happened: the first of a kind in a tab is written down at
 * once, those that follow within a minute are counted and written down together. A page that tries again and again fills
 * no chain. Mirrored to session storage, because backgrounds are stopped whenever they are idle.
 */
import * as z from 'zod/mini';
import { UNASKED } from '../policy/decide.ts';
import { CHANNELS } from '../policy/schema.ts';

const WINDOW_MS = 60_000;
/** Pages are untrusted: a loop through apps must not fill memory. The oldest are written down first. */
const MOST_OPEN = 200;

const bareRefusal = z.strictObject({
  tab: z.int(),
  app: z.string(),
  host: z.string(),
  channel: z.enum(CHANNELS),
  code: z.enum(UNASKED),
});
/** A refusal without an inspection. */
export type BareRefusal = z.infer<typeof bareRefusal>;
export type CountedRefusal = BareRefusal & { times: number };

export const savedRefusals = z.array(
  z.strictObject({
    refusal: bareRefusal,
    /** Milliseconds since the epoch. */
    since: z.int(),
    /** Those after the first. */
    more: z.int(),
  }),
);
export type SavedRefusals = z.infer<typeof savedRefusals>;

export class RefusalLog {
  #open: SavedRefusals;
  readonly #save: (open: SavedRefusals) => void;

  constructor(saved: SavedRefusals, save: (open: SavedRefusals) => void) {
    this.#open = saved;
    this.#save = save;
  }

  get isCounting(): boolean {
    return this.#open.some(({ more }) => more > 0);
  }

  /** @returns what is to be written down now */
  note(refusal: BareRefusal, nowMs: number): CountedRefusal[] {
    const due = this.due(nowMs);
    const counting = this.#open.find((each) => isSame(each.refusal, refusal));
    if (counting !== undefined) counting.more++;
    else this.#open.push({ refusal, since: nowMs, more: 0 });
    const full = this.#take((_, index) => index < this.#open.length - MOST_OPEN);
    return [...due, ...full, ...(counting === undefined ? [{ ...refusal, times: 1 }] : [])];
  }

  /** Counts whose minute is over. */
  due(nowMs: number): CountedRefusal[] {
    return this.#take(({ since }) => nowMs - since >= WINDOW_MS || nowMs < since);
  }

  /** Counts of a tab that is closed. */
  forget(tab: number): CountedRefusal[] {
    return this.#take(({ refusal }) => refusal.tab === tab);
  }

  #take(isTaken: (open: SavedRefusals[number], index: number) => boolean): CountedRefusal[] {
    const taken = this.#open.filter(isTaken);
    this.#open = this.#open.filter((each) => !taken.includes(each));
    this.#save(this.#open);
    return taken.flatMap(({ refusal, more }) => (more > 0 ? [{ ...refusal, times: more }] : []));
  }
}

function isSame(left: BareRefusal, right: BareRefusal): boolean {
  return left.tab === right.tab && left.app === right.app && left.code === right.code;
}
