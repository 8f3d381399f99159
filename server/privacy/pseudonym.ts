/** What reviewers call somebody: a name that can be said aloud, means nothing, and changes with the period. */

export const PERIODS = ['month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** 16 consonants and 4 vowels: 16 bits make five letters (proquints, D. S. Wilkerson, arXiv:0901.4016). */
const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
/** 48 bits: among 10,000 people two have the same name once in 5,600,000 periods. */
const WORDS = 3;

/** `lusab-babad-gutih`, from the first six bytes. */
export function toName(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: WORDS }, (_, index) => toWord(view.getUint16(2 * index))).join('-');
}

function toWord(bits: number): string {
  const consonant = (shift: number) => CONSONANTS[(bits >> shift) & 15];
  const vowel = (shift: number) => VOWELS[(bits >> shift) & 3];
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`;
}

const NAME = new RegExp(
  `^(?:[${CONSONANTS}][${VOWELS}][${CONSONANTS}][${VOWELS}][${CONSONANTS}](?:-|$)){${WORDS}}(?<!-)$`,
);

export function isName(text: string): boolean {
  return NAME.test(text);
}

/** `2026-11`, `2026-Q4` or `2026`, by UTC. */
export function periodOf(time: number, period: Period): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (period === 'year') return String(year);
  const month = date.getUTCMonth();
  return period === 'month' ? `${year}-${String(month + 1).padStart(2, '0')}` : `${year}-Q${Math.floor(month / 3) + 1}`;
}

const MONTHS: Record<Period, number> = { month: 1, quarter: 3, year: 12 };

/** The period a time is in: from inclusive, to exclusive. */
export function boundsOf(time: number, period: Period): { from: number; to: number } {
  const date = new Date(time);
  const months = MONTHS[period];
  const first = Math.floor(date.getUTCMonth() / months) * months;
  const year = date.getUTCFullYear();
  return { from: Date.UTC(year, first), to: Date.UTC(year, first + months) };
}
