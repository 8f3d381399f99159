/**
 * Exact data: values of a list of records are found by keyed hashes, without the list being readable. One field is looked
 * for everywhere; it counts when enough other fields of the same row stand near it.
 */
import type { RecordField, RecordSet } from '../customer-data.ts';
import type { Candidate, Detector } from '../detector.ts';
import type { Scan } from '../scan.ts';
import { type KeyedHash, readHashes } from './keyed-hash.ts';
import { type PlainWord, plainWords } from './plain-words.ts';

/** How far from the first field the others may stand, UTF-16 units. */
export const RECORD_WINDOW = 300;
/** What may stand between the words of one value. */
const LONGEST_GAP = 3;
const CONFIDENCE = 0.97;

interface Value {
  start: number;
  end: number;
  hash: number;
}

/** What a value is hashed as: its field's name keeps equal values of different fields apart. */
export function recordValue(field: string, words: readonly string[]): string {
  return `${field}\0${words.join('')}`;
}

function* valuesOf(
  words: readonly PlainWord[],
  from: number,
  to: number,
  field: RecordField,
  hash: KeyedHash,
): Generator<Value> {
  for (let first = from; first < to; first += 1) {
    let value = '';
    for (let last = first; last < to && last - first < field.words; last += 1) {
      const word = words[last]!;
      if (last > first && word.start - words[last - 1]!.end > LONGEST_GAP) break;
      value += word.word;
      if (!field.lengths.includes(value.length) || (field.digits && !/^[0-9]+$/.test(value))) continue;
      yield { start: words[first]!.start, end: word.end, hash: hash(recordValue(field.name, [value])) };
    }
  }
}

/** Index of the first word that begins at or behind a place. */
function firstFrom(words: readonly PlainWord[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function recordDetector(set: RecordSet, hash: KeyedHash): Detector {
  const hashes = readHashes(set.rows);
  const width = set.fields.length;
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row * width < hashes.length; row += 1) {
    const first = hashes[row * width]!;
    rowsOf.set(first, [...(rowsOf.get(first) ?? []), row]);
  }
  const [primary, ...others] = set.fields;

  /** The fields of a row that stand around a value; null when there are too few. */
  function around(words: readonly PlainWord[], value: Value, row: number): Value[] | null {
    const from = firstFrom(words, value.start - RECORD_WINDOW);
    const to = firstFrom(words, value.end + RECORD_WINDOW);
    const found = others.flatMap((field, index) => {
      const wanted = hashes[row * width + index + 1];
      for (const other of valuesOf(words, from, to, field, hash)) if (other.hash === wanted) return [other];
      return [];
    });
    return found.length >= set.together ? found : null;
  }

  return {
    id: `records-${set.id}`,
    type: 'PROTECTED_RECORD',
    class: set.class,
    regions: [],
    needs: [],
    encodable: true,
    find(scan: Scan): Candidate[] {
      const words = plainWords(scan.folded);
      const found: Candidate[] = [];
      for (const value of valuesOf(words, 0, words.length, primary!, hash)) {
        for (const row of rowsOf.get(value.hash) ?? []) {
          const rest = around(words, value, row);
          if (rest === null) continue;
          const evidence = [`records:${set.id}`, `fields:${rest.length + 1}`];
          found.push(...[value, ...rest].map(({ start, end }) => ({ start, end, confidence: CONFIDENCE, evidence })));
          break;
        }
      }
      return found;
    },
    examples: { positive: [], negative: [] },
  };
}
