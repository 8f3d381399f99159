import { type Candidate, cueWords, type Detector, type WordList } from '../../detector.ts';
import type { DigitWindow } from '../../digit-groups.ts';
import { EqualStretches } from '../../equal-stretches.ts';
import { isLabelledNumber } from '../../number-labels.ts';
import type { Scan } from '../../scan.ts';
import { isNumberOfThing, THING } from '../../thing-labels.ts';
import { cardBrand } from './card-brands.ts';
import { isInAccountNumber } from './iban-code.ts';
import { passesLuhn } from './luhn.ts';

const CARD = cueWords(
  'card',
  'card|credit|debit|visa|mastercard|master card|amex|american express|discover|diners|jcb',
  'maestro|unionpay|pan|cc|ccn|cvv|cvc|expiry|expires|exp|exp date|valid thru|payment',
  'creditcard|cardnumber|debitcard|kreditkarte|kreditkartennummer|karte|kartennummer|gultig bis',
  'carte|carte bancaire|carte bleue|tarjeta|carta di credito|carta|charge|billing|pay',
);
/** How the digits of cards are grouped on cards and forms, by count of digits. */
const GROUPINGS = new Set([
  '4,4,4,4',
  '4,6,5',
  '4,6,4',
  '4,4,4,4,3',
  '4,4,4,1',
  '4,4,5',
  '4,4,4',
  '4,4,4,3',
  '6,10',
  '8,8',
  '6,13',
]);
const HEX_TOKEN = /^[0-9a-fA-F]+$/;
const WORD_CHARACTER = /[A-Za-z0-9]/;

function isGrouped(window: DigitWindow): boolean {
  return GROUPINGS.has(window.sizes.join(','));
}

/** The letters and digits that touch a span on one side, at most 24. */
function touching(text: string, from: number, step: 1 | -1): string {
  let at = from;
  let run = '';
  while (run.length < 24 && WORD_CHARACTER.test(text[at] ?? '')) {
    run += text[at];
    at += step;
  }
  return run;
}

/** Digits inside a hash, an identifier or a decimal are not a number of their own. Letters may touch a card ("card4111..."). */
function standsAlone(text: string, window: DigitWindow): boolean {
  const { start, end } = window;
  const before = touching(text, start - 1, -1);
  const after = touching(text, end, 1);
  if (/[0-9]/.test(before + after)) return false;
  if (before + after !== '' && HEX_TOKEN.test(before + after) && before.length + after.length < 3) {
    // One or two hex letters around a bare run of digits: more likely a piece of a hash than a word.
    if (window.separator === '') return false;
  }
  if (text[start - 1] === '.' && /[0-9(\-+*/=,<>]/.test(text[start - 2] ?? '')) return window.separator === '.';
  if (text[start - 1] === '.' && window.separator === '.') return false;
  if (text[end] === '.' && /[0-9]/.test(text[end + 1] ?? ''))
    return window.separator !== '' && window.separator !== '.';
  const glued =
    /[-_][0-9a-fA-F]{4,12}$/.test(text.slice(Math.max(0, start - 14), start - 1)) && text[start - 1] === '-';
  return !glued;
}

/** The most groups a card is printed in. */
const MOST_GROUPS = 5;

/** What the digits and groups of a window say by themselves; null when they are no card's. */
interface CardNumber {
  digits: string;
  groups: number;
  grouped: boolean;
  singles: boolean;
  brand: string | null;
}

function readNumber(window: DigitWindow): CardNumber | null {
  const { digits, sizes, separator } = window;
  const singles = sizes.every((size) => size === 1);
  const grouped = sizes.length > 1 && isGrouped(window);
  if (sizes.length > 1 && !grouped && !singles && !(window.whole && separator !== 'mixed')) return null;
  if (new Set(digits).size < 2 || !passesLuhn(digits)) return null;
  return { digits, groups: sizes.length, grouped, singles, brand: cardBrand(digits) };
}

function weigh(scan: Scan, window: DigitWindow, known: EqualStretches<CardNumber | null>): Candidate | null {
  const { start, end, separator } = window;
  // `4390 2900-5785 4470h`: the numbers of a drawing.
  if (separator === 'mixed' && /[A-Za-z]/.test(scan.text[end] ?? '')) return null;
  const number = known.of(start, end, window.whole ? 'whole' : '', () => readNumber(window));
  if (number === null || !standsAlone(scan.text, window)) return null;
  const { digits, groups, grouped, singles, brand } = number;
  const isBeside = scan.near(CARD, start, end, 60, 20);
  // `NIK 4179137103352495`: the number of somebody, which one time in ten adds up as a card's.
  const isOther = digits.length < SHORTEST_COMMON ? isSpecific : isAsLong;
  if (!isBeside && isLabelledNumber(scan, start, end, isOther)) return null;
  if (isInAccountNumber(scan, start, end)) return null;
  // Long numbers in programs are constants (what stands in a literal is data), and a value has its time behind it in a log.
  const isBare = groups === 1 && isConstant(scan, start);
  const isPair = groups === 2;
  const isClose = isBare || (isPair && !grouped) || (groups === 1 && digits.length < SHORTEST_COMMON);
  const cue = isClose ? isBeside : scan.near(CARD, start, end);
  // Of numbers so long in one piece few are cards: clocks count in billionths of a second.
  if (!cue && (isBare || (groups === 1 && digits.length > USUAL_LENGTH))) return null;
  // Between other fields of data one in ten adds up.
  if (brand === null && !isBeside) return null;
  const counter = !isBeside && isNumberOfThing(scan, start, end);
  const evidence = ['pattern', 'validator:luhn'];
  if (brand !== null) evidence.push(`brand:${brand}`);
  if (cue) evidence.push('cue:card');
  const confidence = grade({
    brand: brand !== null,
    grouped,
    single: groups === 1,
    singles,
    cue,
    counter,
    pair: isPair,
    digits,
  });
  return confidence > 0 ? { start, end, confidence, evidence } : null;
}

const USUAL_LENGTH = 16;

/** `NumberLong("`, `BigInt('`: the literal of a number. */
const NUMERAL = /(?:int|int32|int64|long|number|decimal|double)\(["'`]$/i;

function isConstant(scan: Scan, start: number): boolean {
  if (NUMERAL.test(scan.text.slice(Math.max(0, start - 12), start))) return true;
  return scan.isBareInCode(start);
}

/** Another group of four on either side; an expiry, a code or a year is none. */
function isInRow(text: string, { start, end }: DigitWindow): boolean {
  const after = /^[ \n.-](?!20[0-9]{2}(?![0-9]))[0-9]{4}(?![0-9])/.test(text.slice(end, end + 6));
  return after || /(?<![0-9])[0-9]{4}[ \n.-]$/.test(text.slice(Math.max(0, start - 6), start));
}

/** Groups of a card are drawn from ten thousand. */
const NARROW = 500;

const GROUP_BEFORE = /(?<![0-9])[0-9]{4}[ \n.-]$/;
const GROUP_AFTER = /^[ \n.-][0-9]{4}(?![0-9])/;

/** `4746 4750 4752 4785`: a list in order, seen with the group on either side. */
function isAscending(text: string, { start, end }: Pick<Candidate, 'start' | 'end'>): boolean {
  const before = GROUP_BEFORE.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? '';
  const after = GROUP_AFTER.exec(text.slice(end, end + 6))?.[0] ?? '';
  const groups = `${before}${text.slice(start, end)}${after}`.split(/[^0-9]+/).map(Number);
  const rising = groups.every((group, index) => index === 0 || group > groups[index - 1]!);
  const steps = groups.slice(1).map((group, index) => group - groups[index]!);
  return groups.length > 2 && rising && (groups.at(-1)! - groups[0]! < NARROW || steps.some((step) => step < 3));
}

/** Nearly all cards have so many digits or more, and few numbers of persons. */
const SHORTEST_COMMON = 15;
/** Numbers of persons and companies that have as many. */
const AS_LONG = new Set(['id-nik', 'ru-ogrn', 'ma-ice', 'br-cns', 'in-vid', 'cn-ric']);

const isSpecific = ({ id }: WordList) => id !== 'generic-id';
const isAsLong = ({ id }: WordList) => AS_LONG.has(id.split(':')[0]!);

interface Facts {
  brand: boolean;
  grouped: boolean;
  single: boolean;
  singles: boolean;
  cue: boolean;
  counter: boolean;
  /** Two groups of digits: a value and its time look like that. */
  pair: boolean;
  digits: string;
}

function grade({ brand, grouped, single, singles, cue, counter, pair, digits }: Facts): number {
  const long = digits.length >= 15;
  if (!brand) return cue && long && (grouped || single) ? 0.55 : 0;
  if (counter) return grouped && long ? 0.7 : 0;
  if (cue) return long || grouped ? 0.98 : 0.9;
  if (pair) return 0;
  if (grouped && long) return 0.95;
  if (singles) return long ? 0.85 : 0;
  if (single) return long ? 0.9 : digits.length > 13 ? 0.6 : 0;
  return long ? 0.75 : 0;
}

/**
 * Payment card numbers: 12 to 19 digits that pass the Luhn check, bare, grouped or spaced out, also glued to letters.
 * Numbers that card schemes publish for tests count: nothing in the text tells them from a real card.
 */
export const creditCard: Detector = {
  id: 'credit-card',
  type: 'CREDIT_CARD',
  class: 'PCI',
  regions: [],
  needs: ['digit'],
  cues: [CARD, THING],
  encodable: true,
  find(scan) {
    const found: (Candidate & { whole: boolean })[] = [];
    const known = new EqualStretches<CardNumber | null>(scan.text);
    for (let count = 19; count >= 12; count -= 1) {
      for (const window of scan.numbers(count, MOST_GROUPS, MOST_GROUPS)) {
        const candidate = weigh(scan, window, known);
        if (candidate !== null) found.push({ ...candidate, whole: window.whole || !isInRow(scan.text, window) });
      }
    }
    // Out of a longer row of groups four add up by chance: several cards in a row stand side by side.
    const edges = new Set(found.flatMap(({ start, end }) => [start - 1, end + 1]));
    return found
      .filter(
        ({ start, end, whole }) =>
          scan.near(CARD, start, end, 60, 20) ||
          ((whole || edges.has(start) || edges.has(end)) && !isAscending(scan.text, { start, end })),
      )
      .map(({ whole: _, ...candidate }) => candidate);
  },
  examples: {
    positive: [
      '4111111111111111',
      'Visa 4111 1111 1111 1111 exp 12/27',
      '4111\u00a01111\u00a01111\u00a01111',
      '4111 1111\n1111 1111',
      '4111\u200b1111\u200b1111\u200b1111',
      '4111.1111.1111.1111',
      '4111–1111–1111–1111',
      '４１１１１１１１１１１１１１１１',
      '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
      'card4111111111111111exp',
      '{"pan":"5500005555555559"}',
      'amex 3782 822463 10005',
      'this is not a test: 4111111111111111',
      '4111 1111 1111 1111 5500 0055 5555 5559',
      'Jane 4111 1111 1111 1111 12/27 123',
      'my number is 4111 1111 1111 1111',
      'passport 4111111111111111',
    ],
    negative: [
      'System.os_time() 4290659171949588707',
      '4111111111111112',
      'order 1234567890123456',
      'commit 3f4111111111111111ab9c',
      '123e4567-e89b-12d3-a456-411111111111',
      '94111111111111111100000',
      '0.4111111111111111',
      '0000000000000000',
      '4743 4745 4746 4750 4752 4785 4786 4790',
      'ISBN 978-0-306-40615-7',
      '1716239022123',
    ],
  },
};
