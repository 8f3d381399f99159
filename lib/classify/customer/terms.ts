import type { TermSet } from '../customer-data.ts';
import type { Detector, WordList } from '../detector.ts';
import { fold } from '../fold.ts';

const CONFIDENCE = 0.9;

/** The words and names of a set, wherever they stand. */
export function termDetector(set: TermSet): Detector {
  const folded = new Map<string, string[]>();
  for (const word of set.words) folded.set(fold(word), [...(folded.get(fold(word)) ?? []), word]);
  const list: WordList = {
    id: `terms:${set.id}`,
    words: [...folded.keys()],
    boundary: set.partial === true ? 'none' : 'word',
  };
  const isWritten = (text: string) => set.matchCase !== true || (folded.get(fold(text)) ?? []).includes(text);
  return {
    id: `terms-${set.id}`,
    type: 'PROTECTED_TERM',
    class: set.class,
    regions: [],
    needs: [],
    requires: [list],
    encodable: true,
    find(scan) {
      const { starts, ends } = scan.words(list);
      return starts.flatMap((start, index) => {
        const end = ends[index]!;
        if (!isWritten(scan.text.slice(start, end)) || (set.partial !== true && isInsideNumber(scan.text, start, end)))
          return [];
        return [{ start, end, confidence: set.confidence ?? CONFIDENCE, evidence: [`terms:${set.id}`] }];
      });
    },
    examples: { positive: [], negative: [] },
  };
}

/** Word boundaries are about letters; a term that ends in a digit must not go on with one. */
function isInsideNumber(text: string, start: number, end: number): boolean {
  const digit = /[0-9]/;
  return (
    (digit.test(text[start] ?? '') && digit.test(text[start - 1] ?? '')) ||
    (digit.test(text[end - 1] ?? '') && digit.test(text[end] ?? ''))
  );
}
