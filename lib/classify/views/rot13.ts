/** Letters moved by thirteen places, where somebody says that they are. */
import { fixedStrings } from '../detector.ts';
import type { Scan } from '../scan.ts';
import type { View } from './view.ts';

export const ROT13 = fixedStrings('rot13', 'rot13|rot-13|rot 13');

const A = 'a'.charCodeAt(0);
const HALF = 13;

function moved(letter: string): string {
  const lower = letter.toLowerCase().charCodeAt(0) - A;
  return String.fromCharCode(letter.charCodeAt(0) - lower + ((lower + HALF) % (2 * HALF)));
}

/** The whole text with every letter moved. A value without letters reads the same and is found without this. */
export function rot13View(scan: Scan): View | null {
  if (!scan.has(ROT13)) return null;
  return {
    text: scan.text.replace(/[A-Za-z]/g, moved),
    least: 0.85,
    toSource: (start, end) => ({ start, end, codes: /[A-Za-z]/.test(scan.text.slice(start, end)) ? ['rot13'] : [] }),
  };
}
