/**
 * Is an app still read as it was when its adapter was written? Every prompt call is a canary. Counts only: sites change
 * within weeks, and silence about that would look like safety.
 */
import * as z from 'zod/mini';

export const healthCountsSchema = z.strictObject({
  known: z.int(),
  unknown: z.int(),
  unseen: z.int(),
  no_composer: z.int(),
  no_match: z.int(),
  /** Of the last few prompt calls, newest last: whether each was well. */
  recent: z.array(z.boolean()).check(z.maxLength(10)),
});
export type HealthCounts = z.infer<typeof healthCountsSchema>;

/** `never_seen`: no prompt call since the browser started. */
export type HealthState = 'never_seen' | 'ok' | 'degraded' | 'unknown_shape';

/** What one prompt call showed. */
export interface Canary {
  shape: 'known' | 'unknown';
  /** Whether the page has an editor where the adapter expects one. */
  composer: boolean;
  /** Whether what stood in the composer is part of the prompt; null when nothing was entered there. */
  matches: boolean | null;
}

const NOTHING: HealthCounts = { known: 0, unknown: 0, unseen: 0, no_composer: 0, no_match: 0, recent: [] };
const RECENT = 10;

export function afterCall(counts: HealthCounts = NOTHING, { shape, composer, matches }: Canary): HealthCounts {
  const well = shape === 'known' && composer && matches !== false;
  return {
    ...counts,
    [shape]: counts[shape] + 1,
    no_composer: counts.no_composer + (composer ? 0 : 1),
    no_match: counts.no_match + (matches === false ? 1 : 0),
    recent: [...counts.recent, well].slice(-RECENT),
  };
}

/** The gate saw a prompt call that no hook of the page reported. */
export function afterUnseen(counts: HealthCounts = NOTHING): HealthCounts {
  return { ...counts, unseen: counts.unseen + 1, recent: [...counts.recent, false].slice(-RECENT) };
}

/** Judged by the latest calls: an app that was repaired is well again. */
export function healthOf(counts: HealthCounts | undefined): HealthState {
  if (counts === undefined || counts.recent.length === 0) return 'never_seen';
  if (counts.known === 0 && counts.unknown > 0) return 'unknown_shape';
  return counts.recent.at(-1) ? 'ok' : 'degraded';
}

export const healthBookSchema = z.record(z.string(), healthCountsSchema);
export type HealthBook = z.infer<typeof healthBookSchema>;

export interface HealthLine extends Omit<HealthCounts, 'recent'> {
  app: string;
  state: Exclude<HealthState, 'never_seen'>;
}

/** What the heartbeat says: apps that were used. */
export function healthReport(book: HealthBook): HealthLine[] {
  return Object.entries(book)
    .slice(0, 200)
    .flatMap(([app, { recent, ...counts }]) => {
      const state = healthOf({ recent, ...counts });
      return state === 'never_seen' ? [] : [{ app, state, ...counts }];
    });
}
