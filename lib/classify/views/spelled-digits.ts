/** Digits as words ("four one one one", "double seven", "vier eins") and as look-alikes (`4S39 S787 636Z l486`). */
import { cueWords } from '../detector.ts';
import type { Scan } from '../scan.ts';
import { type Edit, editsOf } from './view.ts';

/** Words in the languages of the product. Accents are folded away. */
const VALUES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['0', 'zero null nul cero oh nought'],
      ['1', 'one eins ein un une uno una'],
      ['2', 'two zwei zwo deux dos due'],
      ['3', 'three drei trois tres tre'],
      ['4', 'four vier quatre cuatro quattro'],
      ['5', 'five funf fuenf cinq cinco cinque'],
      ['6', 'six sechs seis sei'],
      ['7', 'seven sieben sept siete sette'],
      ['8', 'eight acht huit ocho otto'],
      ['9', 'nine neun neuf nueve nove'],
      ['10', 'ten'],
      ['11', 'eleven'],
      ['12', 'twelve'],
      ['13', 'thirteen'],
      ['14', 'fourteen'],
      ['15', 'fifteen'],
      ['16', 'sixteen'],
      ['17', 'seventeen'],
      ['18', 'eighteen'],
      ['19', 'nineteen'],
      ['20', 'twenty'],
      ['30', 'thirty'],
      ['40', 'forty'],
      ['50', 'fifty'],
      ['60', 'sixty'],
      ['70', 'seventy'],
      ['80', 'eighty'],
      ['90', 'ninety'],
      ['x2', 'double doppel'],
      ['x3', 'triple treble'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word) => [word, value])),
);

export const DIGIT_WORDS = cueWords('digit-word', ...Object.keys(VALUES));

/** What may stand between two of them. */
const BETWEEN = /^(?:[ \t]{0,2}[-,./;|·\n]?[ \t]{0,3})$/;
const DIGITS_BETWEEN = /^[ ,.-]{0,3}[0-9]{1,4}(?:[ ,.-]{1,3}[0-9]{1,4}){0,4}[ ,.-]{0,3}$/;
const LEAST_WORDS = 5;
/** Beside digits fewer words will do: `+1 (four one five) 738-2096`. */
const LEAST_BESIDE_DIGITS = 3;
const DIGITS_BEFORE = /[0-9][ ().+-]{0,3}$/;
const DIGITS_AFTER = /^[ ().-]{0,3}[0-9]/;
const LEAST_DIGITS = 7;

interface Word {
  start: number;
  end: number;
  value: string;
}

function wordsOf(scan: Scan): Word[] {
  const { starts, ends } = scan.words(DIGIT_WORDS);
  if (starts.length < LEAST_BESIDE_DIGITS) return [];
  const words: Word[] = [];
  ends.forEach((end, index) => {
    const start = starts[index]!;
    const value = VALUES[scan.folded.slice(start, end)];
    // "eighteen" also ends where "ten" does not: of words that overlap, the longest stays.
    const last = words.at(-1);
    if (value === undefined) return;
    if (last !== undefined && start < last.end) {
      if (start <= last.start) words[words.length - 1] = { start, end, value };
    } else words.push({ start, end, value });
  });
  return words;
}

/** The digits of a run of words, e.g. `forty one double two` is `4122`. Digits written as such stay. */
function digitsOf(scan: Scan, run: readonly Word[]): string {
  let digits = '';
  let times = 1;
  run.forEach(({ end, value }, index) => {
    if (value.startsWith('x')) {
      times = Number(value[1]);
      return;
    }
    const next = run[index + 1];
    const tens =
      value.length === 2 && value[1] === '0' && value !== '10' && next?.value.length === 1 && next.value !== '0';
    digits += (tens ? value[0]! : value).repeat(times);
    times = 1;
    if (next !== undefined) digits += scan.text.slice(end, next.start).replace(/[^0-9]/g, '');
  });
  return digits;
}

/** Runs of words for digits, as the digits they say. */
export function digitWordEdits(scan: Scan): Edit[] {
  const edits: Edit[] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length >= LEAST_BESIDE_DIGITS) {
      const digits = digitsOf(scan, run);
      const { start } = run[0]!;
      const { end } = run.at(-1)!;
      const isBeside = () =>
        DIGITS_BEFORE.test(scan.text.slice(Math.max(0, start - 4), start)) ||
        DIGITS_AFTER.test(scan.text.slice(end, end + 4));
      if ((run.length >= LEAST_WORDS && digits.length >= LEAST_DIGITS) || isBeside())
        edits.push({ start, end, text: digits, code: 'spelled:digits' });
    }
    run = [];
  };
  for (const word of wordsOf(scan)) {
    const last = run.at(-1);
    if (last !== undefined) {
      const gap = word.start - last.end > 30 ? 'x' : scan.text.slice(last.end, word.start);
      if (!BETWEEN.test(gap) && !DIGITS_BETWEEN.test(gap)) close();
    }
    run.push(word);
  }
  close();
  return edits;
}

/** Letters people put for digits, Cyrillic ones among them. Not those of hex numbers, save B. Only in runs that are mostly digits. */
const LEET: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', О: '0', о: '0', Q: '0', I: '1', l: '1', i: '1', '|': '1', '!': '1', І: '1', Z: '2', z: '2' },
  ...{ З: '3', з: '3', S: '5', s: '5', б: '6', B: '8', g: '9', q: '9' },
};
const LETTERS = Object.keys(LEET).join('').replace('|', '');
const LEET_RUN = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?=[^ .-]{0,18}[0-9])(?:[0-9${LETTERS}|][ .-]?){9,26}(?<=[0-9${LETTERS}|])(?![\\p{L}\\p{N}_])`,
  'gu',
);
const MOST_LEET_SHARE = 0.4;

/** Numbers with some digits exchanged for letters that look like them. */
export function leetEdits(text: string): Edit[] {
  return editsOf(text, LEET_RUN, 'spelled:leet', ({ 0: run }) => {
    const characters = run.replace(/[ .-]/g, '');
    const letters = characters.replace(/[0-9]/g, '');
    if (letters === '' || letters.length > characters.length * MOST_LEET_SHARE) return null;
    return run.replace(/[^0-9 .-]/g, (letter) => LEET[letter]!);
  });
}
