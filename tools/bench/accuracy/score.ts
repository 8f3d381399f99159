/** How findings are held against labels. Pure arithmetic on spans; offsets are UTF-16 units, end exclusive. */
import type { Entry, Label } from './corpus.ts';
import { homeType, sameType } from './label-types.ts';

export interface Span {
  type: string;
  start: number;
  end: number;
}

/** Right ones among those wanted and those found. */
export interface Score {
  wanted: number;
  found: number;
  /** Of the wanted ones. */
  recalled: number;
  /** Of the found ones. */
  precise: number;
}

export const NO_SCORE: Score = { wanted: 0, found: 0, recalled: 0, precise: 0 };

export function addScores(a: Score, b: Score): Score {
  return {
    wanted: a.wanted + b.wanted,
    found: a.found + b.found,
    recalled: a.recalled + b.recalled,
    precise: a.precise + b.precise,
  };
}

export const recall = ({ wanted, recalled }: Score) => (wanted === 0 ? null : recalled / wanted);
export const precision = ({ found, precise }: Score) => (found === 0 ? null : precise / found);

export function f1(score: Score): number | null {
  const [r, p] = [recall(score), precision(score)];
  if (r === null || p === null) return r === null && p === null ? null : 0;
  return r + p === 0 ? 0 : (2 * r * p) / (r + p);
}

/** Labels that must be found. */
export const wantedLabels = ({ labels }: Entry) => labels.filter(({ type }) => type !== 'EITHER' && type !== 'NOT');

/**
 * Characters, whatever the type says: which of the labelled ones are found, and which of the found ones are labelled.
 * Space does not count, nor does what is marked `EITHER`.
 */
export function maskScore(entry: Entry, spans: readonly Span[]): Score {
  const wanted = mask(entry.text, wantedLabels(entry));
  const found = mask(entry.text, spans);
  const ignored = mask(
    entry.text,
    entry.labels.filter(({ type }) => type === 'EITHER'),
  );
  const score = { ...NO_SCORE };
  for (let at = 0; at < entry.text.length; at++) {
    if (ignored[at] || /\s/.test(entry.text[at]!)) continue;
    score.wanted += wanted[at]!;
    score.found += found[at]!;
    if (wanted[at] && found[at]) {
      score.recalled += 1;
      score.precise += 1;
    }
  }
  return score;
}

function mask(text: string, spans: readonly Pick<Span, 'start' | 'end'>[]): Uint8Array {
  const set = new Uint8Array(text.length);
  for (const { start, end } of spans) set.fill(1, start, end);
  return set;
}

/** At least half of the longer one of both is in the other. */
export function covers(a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.max(a.end - a.start, b.end - b.start);
}

/** At least half of the label is in the finding, however long that is. */
export function hides(span: Pick<Span, 'start' | 'end'>, label: Pick<Span, 'start' | 'end'>): boolean {
  const shared = Math.min(span.end, label.end) - Math.max(span.start, label.start);
  return shared * 2 >= label.end - label.start;
}

const answers = (span: Span, label: Label) => sameType(span.type, label.type) && covers(span, label);

/**
 * One type: a label counts as found when a finding of its type shares at least half of the longer one of both, and the
 * other way round. Findings that lie on an `EITHER` are left out.
 */
export function typeScore(entry: Entry, spans: readonly Span[], type: Label['type']): Score {
  const labels = entry.labels.filter((label) => label.type === type);
  const either = entry.labels.filter((label) => label.type === 'EITHER');
  const others = wantedLabels(entry).filter((label) => label.type !== type);
  // A fine type of a state's number answers several labels: where it stands on one, it is counted there.
  const found = spans.filter(
    (span) =>
      (homeType(span.type) === type || labels.some((label) => answers(span, label))) &&
      !either.some((label) => hides(label, span)) &&
      !others.some((label) => answers(span, label)),
  );
  return {
    wanted: labels.length,
    recalled: labels.filter((label) => spans.some((span) => answers(span, label))).length,
    found: found.length,
    precise: found.filter((span) => labels.some((label) => answers(span, label))).length,
  };
}
