/** What a reader sees for one character: digits, spaces, dashes and quotes of every script by their plain forms. */

const DECIMAL_DIGIT = /^\p{Nd}$/u;
const SPACE = /^\p{Zs}$/u;

/** Dashes, hyphens and minus signs that NFKC keeps apart (Unicode 17, general category Pd and U+2043, U+2212). */
const DASHES = new Set([
  0x58a, 0x5be, 0x1400, 0x1806, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0x2500, 0x2796, 0x2e17,
  0x2e1a, 0x2e3a, 0x2e3b, 0x2e40, 0x301c, 0x30a0, 0xfe31, 0xfe32, 0xfe58, 0xfe63, 0xff0d,
]);
const SINGLE_QUOTES = new Set([0x2018, 0x2019, 0x201a, 0x201b, 0x2032]);
const DOUBLE_QUOTES = new Set([0xab, 0xbb, 0x201c, 0x201d, 0x201e, 0x201f, 0x2033]);
const NEW_LINES = new Set([0x85, 0x2028, 0x2029]);
/** Digits in discs: they have no compatibility form. First code point, first value, how many. */
const DISCS: readonly [number, number, number][] = [
  [0x24ff, 0, 1],
  [0x24f5, 1, 9],
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
];
/** Letters in discs and squares, each alphabet in a row. */
const BOXED_LETTERS = [0x1f150, 0x1f170];
/** Letters of emoji flags. */
const REGIONAL_A = 0x1f1e6;

/**
 * Characters without a visible form: soft hyphen, zero-width, bidirectional controls, variation selectors, tags, fillers
 * and invisible operators.
 */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x17b4 ||
    code === 0x17b5 ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

/** Marks that are put on or around other characters, keycaps included. */
export function isCombining(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe20 && code <= 0xfe2f)
  );
}

/** The value of a decimal digit of any script. Unicode keeps each script's ten digits together and in order. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && DECIMAL_DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

function boxed(code: number): string | null {
  for (const [first, value, count] of DISCS) {
    if (code >= first && code < first + count) return String(value + code - first);
  }
  const row = BOXED_LETTERS.find((first) => code >= first && code < first + 26);
  if (row !== undefined) return String.fromCharCode(65 + code - row);
  return code >= REGIONAL_A && code < REGIONAL_A + 26 ? String.fromCharCode(65 + code - REGIONAL_A) : null;
}

function computePlain(code: number): string {
  if (isInvisible(code)) return '';
  if (DASHES.has(code)) return '-';
  if (SINGLE_QUOTES.has(code)) return "'";
  if (DOUBLE_QUOTES.has(code)) return '"';
  if (NEW_LINES.has(code)) return '\n';
  if (code === 0x3002 || code === 0xff61) return '.';
  const char = String.fromCodePoint(code);
  if (SPACE.test(char) || code === 0x3164 || code === 0x2800 || code === 0xffa0) return ' ';
  const folded = boxed(code) ?? char.normalize('NFKC');
  if (!DECIMAL_DIGIT.test(folded)) return folded;
  const value = folded.codePointAt(0)!;
  return value < 0x80 ? folded : String(digitValue(value));
}

/** Answers of `computePlain`; bounded by the number of Unicode code points. */
const known = new Map<number, string>();

/**
 * The plain form of a code point: NFKC, ASCII digits, `-`, `'`, `"`, space and line feed for what looks like them, and
 * nothing for what cannot be seen. Surrogates are given back as they are.
 */
export function plainCharacter(code: number): string {
  let plain = known.get(code);
  if (plain === undefined) {
    plain = computePlain(code);
    known.set(code, plain);
  }
  return plain;
}
