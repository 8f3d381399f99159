/** What is not found and what is found for nothing, with the text around it: to learn from, on development texts only. */
import type { Entry } from './corpus.ts';
import { type Answered, factList, isCredential, structured } from './figures.ts';
import { sameType } from './label-types.ts';
import type { Family } from './read-sets.ts';
import { hides, type Span, wantedLabels } from './score.ts';

const AROUND = 40;

/** In these names and places are not labelled. */
const ABOUT_NUMBERS: ReadonlySet<Family> = new Set(['ids', 'evasions', 'benign-prose', 'benign-code', 'look-alikes']);
/** In these nothing but credentials is labelled. */
const ABOUT_CREDENTIALS: ReadonlySet<Family> = new Set(['secrets', 'near-misses']);

/** One line each: family, entry, what is wrong, type, the text with the span between `>` and `<`. */
export function missLines(family: Family, answered: readonly Answered[]): string[] {
  return answered.flatMap(({ entry, answer }) => {
    const line = (what: string, span: Span) => `${family} ${entry.id} ${what} ${span.type}: ${around(entry, span)}`;
    if (family === 'uses' || family.startsWith('benign')) {
      const wrong = wrongUses(entry, answer.uses ?? []);
      if (wrong !== null) return [`${family} ${entry.id} ${wrong}: ${flat(entry.text).slice(0, 4 * AROUND)}`];
      if (family === 'uses') return [];
    }
    const wanted = wantedLabels(entry);
    const touched = (span: Span) => entry.labels.filter((label) => label.start < span.end && span.start < label.end);
    return [
      ...wanted
        .filter((label) => !answer.spans.some((span) => hides(span, label)))
        .map((label) => line('MISSED', label)),
      ...wanted.flatMap((label) => {
        const span = answer.spans.find((each) => hides(each, label));
        // A title may well be part of the name it stands before.
        if (!span || label.type === 'TITLE' || sameType(span.type, label.type)) return [];
        return [line(`TAKEN FOR ${span.type}`, label)];
      }),
      ...answer.spans
        .filter((span) =>
          ABOUT_CREDENTIALS.has(family) ? isCredential(span) : !ABOUT_NUMBERS.has(family) || structured(span),
        )
        .filter((span) => touched(span).every(({ type }) => type === 'NOT'))
        .map((span) => line('FALSE ALARM', span)),
    ];
  });
}

function wrongUses(entry: Entry, found: readonly string[]): string | null {
  const wanted = factList(entry, 'use');
  const missed = wanted.filter((use) => !found.includes(use));
  const wrong = found.filter((use) => !wanted.includes(use));
  if (missed.length + wrong.length === 0) return null;
  return [...missed.map((use) => `USE MISSED ${use}`), ...wrong.map((use) => `USE FALSE ALARM ${use}`)].join(', ');
}

function around({ text }: Entry, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return flat(`${before}>${text.slice(start, end)}<${text.slice(end, end + AROUND)}`);
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
