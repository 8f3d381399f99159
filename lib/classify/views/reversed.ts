/** Text written backwards, where somebody says that it is. */
import { cueWords } from '../detector.ts';
import type { Scan } from '../scan.ts';
import type { View } from './view.ts';

export const BACKWARDS = cueWords(
  'backwards',
  'reversed|reverse|backwards|backward|mirrored|right to left|from the end|read it back',
  "ruckwarts|umgekehrt|verkehrt herum|von hinten|a l envers|a l'envers|inverse|inverser",
  'al reves|invertido|invertida|al contrario|rovescio',
);

/** The text before and after the cue within this many units. */
const REACH = 600;
const MOST_CUES = 20;

/** The neighbourhood of the first cues, reversed. */
export function reversedView(scan: Scan): View | null {
  const { starts, ends } = scan.words(BACKWARDS);
  if (starts.length === 0) return null;
  const { text } = scan;
  const spans: { start: number; end: number }[] = [];
  starts.slice(0, MOST_CUES).forEach((at, index) => {
    const start = Math.max(at - REACH, spans.at(-1)?.end ?? 0);
    const end = Math.min(text.length, ends[index]! + REACH);
    if (end > start) spans.push({ start, end });
  });
  const pieces = spans.map(({ start, end }) => [...text.slice(start, end)].reverse().join(''));
  return {
    text: pieces.join('\n\n\n'),
    least: 0.85,
    toSource: (from, to) => {
      let offset = 0;
      for (const [index, { start, end }] of spans.entries()) {
        const size = end - start;
        if (from < offset + size)
          return { start: end - Math.min(to - offset, size), end: end - (from - offset), codes: ['reversed'] };
        offset += size + 3;
        if (index === spans.length - 1) break;
      }
      return { ...spans.at(-1)!, codes: ['reversed'] };
    },
  };
}
