/** How well a model reads labelled texts: exact spans, and characters whatever the type. */
import { fold } from '../../../lib/classify/fold.ts';
import type { NameModel } from '../../../lib/classify/names/name-model.ts';
import { NAME_TYPES, tagNames } from '../../../lib/classify/names/tag-names.ts';
import type { Example } from './example.ts';

function ratio(hits: number, all: number): string {
  return all === 0 ? '-' : (hits / all).toFixed(3);
}

/** One line for each type. */
export function evaluate(model: NameModel, examples: readonly Example[], least = 0): string[] {
  const lines: string[] = [];
  const found = examples.map(({ text }) =>
    tagNames(model, text, fold(text)).filter((span) => span.confidence >= least),
  );
  for (const type of NAME_TYPES) {
    let hits = 0;
    let gold = 0;
    let proposed = 0;
    let covered = 0;
    let goldLength = 0;
    let length = 0;
    examples.forEach(({ spans }, i) => {
      const mine = found[i]!.filter((span) => span.type === type);
      const wanted = spans.filter((span) => span.type === type);
      gold += wanted.length;
      proposed += mine.length;
      hits += wanted.filter((span) => mine.some((each) => each.start === span.start && each.end === span.end)).length;
      for (const span of wanted) {
        goldLength += span.end - span.start;
        for (const each of mine)
          covered += Math.max(0, Math.min(each.end, span.end) - Math.max(each.start, span.start));
      }
      for (const each of mine) length += each.end - each.start;
    });
    lines.push(
      `${type.padEnd(13)} spans P ${ratio(hits, proposed)} R ${ratio(hits, gold)} F ${ratio(2 * hits, proposed + gold)}` +
        `  characters P ${ratio(covered, length)} R ${ratio(covered, goldLength)}  (${gold})`,
    );
  }
  return lines;
}
