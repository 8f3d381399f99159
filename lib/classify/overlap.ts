/** Leaves one finding where several claim the same text, so that what is counted and redacted is each value once. */
import type { Finding } from './finding.ts';

/** Types that merely contain other values: they give way to whatever is found inside them. */
const CONTAINERS = new Set(['URL']);

/**
 * What is added to the confidence where findings compete. A secret and an address swallow what is read into their parts:
 * `password@host` in a database address is no e-mail address, the name of a street nobody's name. Numbers with check
 * digits over their whole length come before those that share a form with many others.
 */
const LEADS: Readonly<Record<string, number>> = {
  SECRET: 0.1,
  STREET_ADDRESS: 0.12,
  PROTECTED_RECORD: 0.1,
  PROTECTED_TERM: 0.1,
  IBAN_CODE: 0.05,
  CREDIT_CARD: 0.03,
  EMAIL_ADDRESS: 0.03,
  PHONE_NUMBER: -0.02,
  IP_ADDRESS: -0.02,
  LOCATION: -0.1,
  ORGANIZATION: -0.05,
};

/** What a model reads out of the words around gives way to what has a form: the street address to the place in it. */
const MODEL_LAG = 0.5;

function weight(finding: Finding): number {
  if (CONTAINERS.has(finding.type)) return finding.confidence - 1;
  const lag = finding.evidence.includes('model') ? MODEL_LAG : 0;
  return finding.confidence + (LEADS[finding.type] ?? 0) - lag;
}

/** Types of whole passages: they say something about the text around a value, and are cut where a value stands. */
const PASSAGES = new Set(['HIDDEN_TEXT', 'PROMPT_INJECTION', 'PROTECTED_DOCUMENT', 'SOURCE_CODE']);

/**
 * Keeps the most confident of overlapping findings, the longer one on a tie, the earlier detector after that. Passages give
 * way to values piece by piece, so that neither is lost. The result is ordered by start and free of overlaps.
 */
export function resolveOverlaps(findings: readonly Finding[]): Finding[] {
  const passages = findings.filter(({ type }) => PASSAGES.has(type));
  if (passages.length === 0) return resolve(findings);
  const values = resolve(findings.filter(({ type }) => !PASSAGES.has(type)));
  const pieces = resolve(passages).flatMap((passage) => cut(passage, values));
  return [...values, ...pieces].sort((a, b) => a.start - b.start);
}

/** What is left of a finding between values (in order, separate). */
function cut(passage: Finding, values: readonly Finding[]): Finding[] {
  const pieces: Finding[] = [];
  let { start } = passage;
  for (let index = insertionPoint(values, start) - 1; index < values.length; index += 1) {
    const value = values[index];
    if (value === undefined || value.end <= start) continue;
    if (value.start >= passage.end) break;
    if (value.start > start) pieces.push({ ...passage, start, end: value.start });
    start = value.end;
  }
  if (start < passage.end) pieces.push({ ...passage, start });
  return pieces;
}

function resolve(findings: readonly Finding[]): Finding[] {
  const byStart = [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Finding[] = [];
  let cluster: Finding[] = [];
  let reach = -1;
  for (const finding of byStart) {
    if (finding.start >= reach) {
      kept.push(...bestOf(cluster));
      cluster = [];
    }
    cluster.push(finding);
    reach = Math.max(reach, finding.end);
  }
  kept.push(...bestOf(cluster));
  return kept;
}

/** Greedy choice within findings that overlap one another, directly or through others. */
function bestOf(cluster: Finding[]): Finding[] {
  if (cluster.length < 2) return cluster;
  const ranked = [...cluster].sort((a, b) => weight(b) - weight(a) || b.end - b.start - (a.end - a.start));
  const chosen: Finding[] = [];
  for (const finding of ranked) {
    const at = insertionPoint(chosen, finding.start);
    const before = chosen[at - 1];
    const after = chosen[at];
    if ((before !== undefined && before.end > finding.start) || (after !== undefined && after.start < finding.end))
      continue;
    chosen.splice(at, 0, finding);
  }
  return chosen;
}

function insertionPoint(sorted: readonly Finding[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Span = Pick<Finding, 'type' | 'start' | 'end'>;

/** Tells, in logarithmic time, whether a finding overlaps one of the same type among `findings` without holding more than it. */
export function overlapTest(findings: readonly Span[]): (finding: Span) => boolean {
  const byType = new Map<string, { starts: number[]; reaches: number[] }>();
  for (const { type, start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    const spans = byType.get(type) ?? { starts: [], reaches: [] };
    byType.set(type, spans);
    spans.starts.push(start);
    // How far the spans up to here reach: what begins before a place overlaps it if any of them goes beyond.
    spans.reaches.push(Math.max(end, spans.reaches.at(-1) ?? 0));
  }
  return ({ type, start, end }) => {
    const spans = byType.get(type);
    if (spans === undefined) return false;
    const before = countBelow(spans.starts, end);
    const reach = before > 0 ? spans.reaches[before - 1]! : 0;
    if (reach <= start) return false;
    // What holds all of them and more is another reading of the same value, of which they are pieces.
    const first = countBelow(spans.starts, start);
    const holdsAll = reach <= end && (first === 0 || spans.reaches[first - 1]! <= start);
    return !holdsAll || (spans.starts[first] === start && reach === end);
  };
}

/** How many of the ascending numbers are below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
