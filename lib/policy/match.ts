/** Does a condition hold for an input, and which findings made it hold? Pure; time is part of the input. */
import type { DecisionInput } from './decision.ts';
import type { Condition, FindingLeaf, TimeLeaf } from './schema.ts';
import { WEEKDAYS } from './terms.ts';

export interface Match {
  holds: boolean;
  /** Indexes into `input.findings` selected by finding leaves that held; empty when the condition does not hold. */
  findings: ReadonlySet<number>;
  /** A leaf about unreadable content held: the rule speaks about it, so `defaults.notEvaluable` does not. */
  unreadable: boolean;
}

const NOTHING: ReadonlySet<number> = new Set();
const NO: Match = { holds: false, findings: NOTHING, unreadable: false };
const YES: Match = { holds: true, findings: NOTHING, unreadable: false };

/** Every field that is present has to hold. A condition without any field holds for nothing. */
export function matchCondition(condition: Condition, input: DecisionInput): Match {
  const matches: Match[] = [];
  const plain = (holds: boolean) => matches.push(holds ? YES : NO);

  if (condition.all) matches.push(join(condition.all.map((inner) => matchCondition(inner, input))));
  if (condition.any) {
    const held = condition.any.map((inner) => matchCondition(inner, input)).filter((match) => match.holds);
    matches.push(held.length > 0 ? join(held) : NO);
  }
  if (condition.not) plain(!matchCondition(condition.not, input).holds);
  if (condition.finding) matches.push(matchFindings(condition.finding, input));
  if (condition.app) plain(condition.app.includes(input.app));
  if (condition.channel) plain(condition.channel.includes(input.channel));
  if (condition.accountKind) plain(condition.accountKind.includes(input.accountKind));
  if (condition.group) plain(condition.group.some((group) => input.groups.includes(group)));
  if (condition.use) {
    const { in: uses, confidence } = condition.use;
    plain(input.uses.some((seen) => uses.includes(seen.use) && seen.confidence >= (confidence?.gte ?? 0)));
  }
  if (condition.time) plain(matchTime(condition.time, input.timeMs));
  if (condition.shape) plain(condition.shape.includes(input.shape));
  if (condition.coverage) plain(condition.coverage.includes(input.coverage));
  if (condition.unreadable) {
    const named = new Set<string>(condition.unreadable);
    const holds = named.has('any') ? input.unreadable.length > 0 : input.unreadable.some((reason) => named.has(reason));
    matches.push({ holds, findings: NOTHING, unreadable: holds });
  }
  return matches.length > 0 ? join(matches) : NO;
}

function join(matches: Match[]): Match {
  if (matches.some((match) => !match.holds)) return NO;
  return {
    holds: true,
    findings: new Set(matches.flatMap((match) => [...match.findings])),
    unreadable: matches.some((match) => match.unreadable),
  };
}

function matchFindings(leaf: FindingLeaf, input: DecisionInput): Match {
  const selected = new Set<number>();
  input.findings.forEach((finding, index) => {
    if (leaf.class && !leaf.class.includes(finding.class)) return;
    if (leaf.entity && !leaf.entity.includes(finding.type)) return;
    if (leaf.except?.includes(finding.type)) return;
    if (leaf.detector && !leaf.detector.includes(finding.detector)) return;
    // Written so that a confidence that is not a number selects the finding instead of losing it.
    if (leaf.confidence && finding.confidence < leaf.confidence.gte) return;
    selected.add(index);
  });
  return selected.size >= (leaf.count?.gte ?? 1) ? { holds: true, findings: selected, unreadable: false } : NO;
}

const DAY_MINUTES = 24 * 60;

/** `from` is inside the window, `to` is not; a window over midnight belongs to the day on which it begins. */
function matchTime(leaf: TimeLeaf, timeMs: number): boolean {
  const local = Math.floor(timeMs / 60_000) + offsetMinutes(leaf.utc ?? 'Z');
  const minute = modulo(local, DAY_MINUTES);
  const from = clockMinutes(leaf.from);
  const to = clockMinutes(leaf.to);
  const overnight = from >= to;
  const inside = overnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!inside) return false;
  const begun = Math.floor(local / DAY_MINUTES) - (overnight && minute < to ? 1 : 0);
  // Day 0 of the epoch was a Thursday.
  const weekday = WEEKDAYS[modulo(begun + WEEKDAYS.indexOf('thu'), 7)]!;
  return leaf.days === undefined || leaf.days.includes(weekday);
}

function offsetMinutes(utc: string): number {
  if (utc === 'Z') return 0;
  return (utc.startsWith('-') ? -1 : 1) * clockMinutes(utc.slice(1));
}

function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
