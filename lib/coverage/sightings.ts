/** When a discovered site is worth a record: once per host and day, with the number of times it was seen since. */
import * as z from 'zod/mini';

const DAY_MS = 24 * 60 * 60_000;
/** The longest unseen are forgotten first. */
const MAX_HOSTS = 500;

export const sightingsSchema = z.record(
  z.string(),
  z.strictObject({
    /** Days since the epoch (UTC) of the last record. */
    day: z.int(),
    /** Sightings since that record. */
    times: z.int(),
  }),
);
export type Sightings = z.infer<typeof sightingsSchema>;

/** One more sighting: what is remembered from now on, and how often it was seen if a record is due. */
export function sighted(seen: Sightings, host: string, nowMs: number): { seen: Sightings; due: number | null } {
  const day = Math.floor(nowMs / DAY_MS);
  const { [host]: before, ...others } = seen;
  const times = (before?.times ?? 0) + 1;
  // A clock set back must not silence a host for the days in between.
  const isDue = before === undefined || before.day !== day;
  const entries = Object.entries(others).slice(-(MAX_HOSTS - 1));
  return {
    seen: { ...Object.fromEntries(entries), [host]: isDue ? { day, times: 0 } : { day, times } },
    due: isDue ? times : null,
  };
}
