/** What the list of decisions is narrowed to: as it stands in the address, as the endpoint takes it, and as a test. */
import * as z from 'zod/mini';
import { DATA_CLASSES } from '../../../lib/classify/finding.ts';
import { ACTIONS } from '../../../lib/policy/decision.ts';
import type { DecisionItem, DecisionQuery } from '../../api/decisions.ts';

const HOUR_MS = 3_600_000;
export const RANGES = { '1h': HOUR_MS, '24h': 24 * HOUR_MS, '7d': 7 * 24 * HOUR_MS, '30d': 30 * 24 * HOUR_MS };

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What does not fit is dropped: an address may have been typed by hand. */
const lenient = <S extends z.ZodMiniType>(schema: S) => z.catch(z.optional(schema), undefined);

export const decisionSearch = z.object({
  q: lenient(text(200)),
  action: lenient(z.enum(ACTIONS)),
  class: lenient(z.enum(DATA_CLASSES)),
  app: lenient(text(120)),
  range: lenient(z.enum(['1h', '24h', '7d', '30d', 'days'])),
  /** With `range=days`: local dates, both included. */
  from: lenient(day),
  to: lenient(day),
});
export type DecisionSearch = z.infer<typeof decisionSearch>;

/** For the endpoint. A relative range counts back from `now` (ms since the epoch). */
export function toQuery(search: DecisionSearch, now: number): DecisionQuery {
  const { range, from, to, ...rest } = search;
  if (range === undefined) return rest;
  if (range !== 'days') return { ...rest, from: String(now - RANGES[range]) };
  return {
    ...rest,
    ...(from !== undefined && { from: String(startOfDay(from, 0)) }),
    ...(to !== undefined && { to: String(startOfDay(to, 1)) }),
  };
}

/** Whether the endpoint would list it: for decisions that arrive while the list is open. */
export function fits(decision: DecisionItem, search: DecisionSearch, now: number): boolean {
  const { q, action, class: dataClass, app, from, to } = toQuery(search, now);
  if (action !== undefined && decision.action !== action) return false;
  if (app !== undefined && decision.app !== app) return false;
  if (dataClass !== undefined && decision.classes[dataClass] === undefined) return false;
  if (from !== undefined && decision.ts < Number(from)) return false;
  if (to !== undefined && decision.ts >= Number(to)) return false;
  if (q === undefined) return true;
  const part = q.toLowerCase();
  return [decision.app, decision.host, decision.device].some((value) => value.toLowerCase().includes(part));
}

/** Local midnight, `days` later. */
function startOfDay(date: string, days: number): number {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return Math.max(0, new Date(year!, month! - 1, dayOfMonth! + days).getTime() || 0);
}
