/** How long what is kept: days by kind of record, and by severity for incidents. Pure. */
import * as z from 'zod';
import { SEVERITIES } from '../../lib/policy/terms.ts';

/**
 * Kinds that can be let go. Those that announce keys are not among them: without them what stays could not be verified.
 */
export const RETAINED_KINDS = [
  'decision',
  'effect',
  'override',
  'exception_used',
  'breakglass',
  'policy_applied',
  'policy_rejected',
  'site_discovered',
  'heartbeat',
  'gap_declared',
  'tombstone',
  'tamper_suspected',
] as const;
export type RetainedKind = (typeof RETAINED_KINDS)[number];

/** Null: for ever. */
const days = z.number().int().min(1).max(36_500).nullable();

export const retentionProfile = z.strictObject({
  records: z.strictObject(
    Object.fromEntries(RETAINED_KINDS.map((kind) => [kind, days])) as Record<RetainedKind, typeof days>,
  ),
  /** From the day an incident was closed. Its records stay as long as it does. */
  incidents: z.strictObject(
    Object.fromEntries(SEVERITIES.map((severity) => [severity, days])) as Record<
      (typeof SEVERITIES)[number],
      typeof days
    >,
  ),
});
export type RetentionProfile = z.infer<typeof retentionProfile>;

/** Before anybody has agreed on something else nothing goes. */
export const KEEP_EVERYTHING: RetentionProfile = {
  records: Object.fromEntries(RETAINED_KINDS.map((kind) => [kind, null])) as RetentionProfile['records'],
  incidents: { low: null, medium: null, high: null, critical: null },
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** What arrived before these times may go, by kind; kinds that stay for ever are not in it. */
export function cutoffs(days: Readonly<Record<string, number | null>>, now: number): [string, number][] {
  return Object.entries(days).flatMap(([kind, count]) => (count === null ? [] : [[kind, now - count * DAY_MS]]));
}
