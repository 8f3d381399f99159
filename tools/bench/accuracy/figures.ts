/** From answers to figures, per set and family. */
import type { Entry } from './corpus.ts';
import type { Answer } from './finders.ts';
import { type LabelType, WORDED } from './label-types.ts';
import type { Family } from './read-sets.ts';
import {
  addScores,
  covers,
  hides,
  maskScore,
  NO_SCORE,
  type Score,
  type Span,
  typeScore,
  wantedLabels,
} from './score.ts';

/** An entry and what an engine said to it. */
export interface Answered {
  entry: Entry;
  answer: Answer;
}

/** So many of so many. */
export interface Share {
  of: number;
  are: number;
}

export interface UseFigures {
  use: string;
  score: Score;
  /** Look-alikes of this use, and those of them that are taken for it. */
  lookAlikes: Share;
}

const total = (scores: readonly Score[]) => scores.reduce(addScores, NO_SCORE);

function share<T>(all: readonly T[], holds: (one: T) => boolean): Share {
  return { of: all.length, are: all.filter(holds).length };
}

export function maskOf(answered: readonly Answered[]): Score {
  return total(answered.map(({ entry, answer }) => maskScore(entry, answer.spans)));
}

/** Types that are labelled, those with most labels first. */
export function typesOf(answered: readonly Answered[]): { type: LabelType; score: Score }[] {
  const types = new Set(answered.flatMap(({ entry }) => wantedLabels(entry).map(({ type }) => type)));
  return [...types]
    .map((type) => ({ type, score: total(answered.map(({ entry, answer }) => typeScore(entry, answer.spans, type))) }))
    .sort((a, b) => b.score.wanted - a.score.wanted || a.type.localeCompare(b.type));
}

export function typeOf(answered: readonly Answered[], type: LabelType): Score {
  return total(answered.map(({ entry, answer }) => typeScore(entry, answer.spans, type)));
}

/** A finding of a number, an address, a credential ... : anything but names, places, organisations and links. */
export const structured = ({ type }: Span) => !WORDED.has(type);

/** Texts in which there is nothing, and an engine finds something structured all the same. */
export function falselyFound(answered: readonly Answered[]): Share {
  return share(answered, ({ answer }) => answer.spans.some(structured));
}

export function falselyUsed(answered: readonly Answered[]): Share {
  return share(answered, ({ answer }) => (answer.uses ?? []).length > 0);
}

/** Labels that are hidden when the findings are taken out, whatever their type. Credentials are credentials. */
export function hiddenLabels(answered: readonly Answered[]): Share {
  const labels = answered.flatMap(({ entry, answer }) => wantedLabels(entry).map((label) => ({ label, answer })));
  return share(labels, ({ label, answer }) => answer.spans.some((span) => hides(span, label)));
}

export const isCredential = ({ type }: Span) => type === 'SECRET';

export function nearMissesFound(answered: readonly Answered[]): Share {
  return share(answered, ({ answer }) => answer.spans.some(isCredential));
}

/** Valid numbers that are found, by place; the type may be that of another kind of number. */
export function idsAccepted(answered: readonly Answered[]): Share {
  const labels = answered.flatMap(({ entry, answer }) => wantedLabels(entry).map((label) => ({ label, answer })));
  return share(labels, ({ label, answer }) => answer.spans.some((span) => structured(span) && covers(span, label)));
}

/** Corrupted numbers no structured finding stands on. */
export function idsRefused(answered: readonly Answered[]): Share {
  const marks = answered.flatMap(({ entry, answer }) =>
    entry.labels.filter(({ type }) => type === 'NOT').map((label) => ({ label, answer })),
  );
  return share(marks, ({ label, answer }) => !answer.spans.some((span) => structured(span) && covers(span, label)));
}

export const factList = ({ facts }: Entry, key: string): string[] =>
  (facts.get(key) ?? 'none').split(',').filter((each) => each !== 'none');

/** Per use, in the order in which the texts name them. */
export function usesOf(answered: readonly Answered[]): UseFigures[] {
  const uses = new Set(answered.flatMap(({ entry }) => [...factList(entry, 'use'), ...factList(entry, 'near')]));
  return [...uses].map((use) => {
    const wanted = answered.filter(({ entry }) => factList(entry, 'use').includes(use));
    const found = answered.filter(({ answer }) => answer.uses?.includes(use));
    const right = wanted.filter((one) => found.includes(one)).length;
    const near = answered.filter(({ entry }) => factList(entry, 'near').includes(use));
    return {
      use,
      score: { wanted: wanted.length, found: found.length, recalled: right, precise: right },
      lookAlikes: share(near, (one) => found.includes(one)),
    };
  });
}

/** Families whose spans are of persons; the others ask for something else. */
export const SPAN_FAMILIES: readonly Family[] = ['sentences', 'generated', 'mail', 'ambiguous', 'values'];
