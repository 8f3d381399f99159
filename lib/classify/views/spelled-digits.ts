/** Digits as words ("four one one one", "double seven", "vier eins") and as look-alikes (`4S39 S787 636Z l486`). */
import { cueWords } from '../detector.ts';
import type { Scan } from '../scan.ts';
import { longStretches, matchesWithin, unitClass } from '../stretches.ts';
import { type Edit, editsFrom, editsOf } from './view.ts';

/** French says numbers of phones in pairs: sixty and ten to nineteen, eighty and ten to nineteen. */
const FRENCH_TEENS = 'onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ');
/** German puts the units first: `fünfundvierzig`. */
const GERMAN_TENS = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ');
const GERMAN_UNITS = 'ein zwei drei vier funf sechs sieben acht neun'.split(' ');

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
      ['10', 'zehn dix diez dieci'],
      ['11', 'elf onze once undici'],
      ['12', 'zwolf douze doce dodici'],
      ['13', 'dreizehn treize trece tredici'],
      ['14', 'vierzehn quatorze catorce'],
      ['15', 'funfzehn quinze quince quindici'],
      ['16', 'sechzehn seize dieciseis sedici'],
      ['17', 'siebzehn dix-sept diecisiete'],
      ['18', 'achtzehn dix-huit dieciocho'],
      ['19', 'neunzehn dix-neuf diecinueve'],
      ['20', 'zwanzig vingt veinte venti'],
      ['30', 'dreissig dreißig trente treinta trenta'],
      ['40', 'vierzig quarante cuarenta quaranta'],
      ['50', 'funfzig cinquante cincuenta cinquanta'],
      ['60', 'sechzig soixante sesenta sessanta'],
      ['70', 'siebzig soixante-dix setenta settanta'],
      ['80', 'achtzig quatre-vingt quatre-vingts ochenta ottanta'],
      ['90', 'neunzig quatre-vingt-dix noventa novanta'],
      ...FRENCH_TEENS.map((word, index) => [String(71 + index), `soixante-${word}`] as const),
      ...FRENCH_TEENS.map((word, index) => [String(91 + index), `quatre-vingt-${word}`] as const),
      ...GERMAN_TENS.flatMap((ten, tens) =>
        GERMAN_UNITS.map((unit, units) => [`${tens + 2}${units + 1}`, `${unit}und${ten}`] as const),
      ),
      ['x2', 'double doppel'],
      ['x3', 'triple treble'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word) => [word, value])),
);

export const DIGIT_WORDS = cueWords('digit-word', ...Object.keys(VALUES));

/** What may stand between two of them. */
const BETWEEN = /^(?:[ \t]{0,2}[-,./;|·\n]?[ \t]{0,3})$/;
const DIGITS_BETWEEN = /^[ ,.-]{0,3}[0-9]{1,4}(?:[ ,.-]{1,3}[0-9]{1,4}){0,4}[ ,.-]{0,3}$/;
/** Between tens and units: `cuarenta y cinco`, `vingt et un`. */
const AND = /^ (?:y|et|e) $/;
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
      const isTens = last.value.length === 2 && last.value.endsWith('0') && AND.test(gap);
      if (!BETWEEN.test(gap) && !DIGITS_BETWEEN.test(gap) && !isTens) close();
    }
    run.push(word);
  }
  close();
  return edits;
}

const CHINESE = '〇一二三四五六七八九';
/** Digit by digit, as numbers of cards and phones are written out in Chinese and Japanese. */
const CHINESE_RUN = /[〇零一二三四五六七八九]{8,19}/g;

/** Runs of Chinese digits. */
export function chineseDigitEdits(text: string): Edit[] {
  return editsOf(text, CHINESE_RUN, 'spelled:digits', ({ 0: run }) =>
    Array.from(run, (digit) => Math.max(0, CHINESE.indexOf(digit))).join(''),
  );
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
/** The edge of a cell in a table. */
const CELL_EDGE = /(?<![0-9A-Za-z])\||\|(?![0-9A-Za-z])/;
const MOST_LEET_SHARE = 0.4;
const LEAST_LEET = 9;
const IN_LEET = unitClass(new RegExp(`[0-9${LETTERS}| .-]`), 0x500);

/** Numbers with some digits exchanged for letters that look like them. */
export function leetEdits(text: string): Edit[] {
  const matches = matchesWithin(text, longStretches(text, IN_LEET, LEAST_LEET), LEET_RUN);
  return editsFrom(matches, 'spelled:leet', ({ 0: run }) => {
    if (CELL_EDGE.test(run)) return null;
    const characters = run.replace(/[ .-]/g, '');
    const letters = characters.replace(/[0-9]/g, '');
    if (letters === '' || letters.length > characters.length * MOST_LEET_SHARE) return null;
    return run.replace(/[^0-9 .-]/g, (letter) => LEET[letter]!);
  });
}
