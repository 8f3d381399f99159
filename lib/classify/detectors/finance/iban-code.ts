import type { Candidate, Detector } from '../../detector.ts';
import { EqualStretches } from '../../equal-stretches.ts';
import type { Scan } from '../../scan.ts';
import { charValue, modulo } from '../government/check-digits.ts';

/** Country code and check digits where a word begins; the rest is read by the country's length. */
const HEAD = /(?<![A-Za-z0-9])[A-Za-z]{2}[ ._/-]?[0-9]{2}(?=[ ._/\n-]?[A-Za-z0-9])/y;
const SEPARATOR = /[ \-._/\n]/;

const LONGEST = 34;
/** With a separator behind every character, and what follows. */
const LONGEST_WRITTEN = 2 * LONGEST + 4;

/** Where two letters stand in front of two digits, with a separator between them at most. */
const LETTER = /[A-Za-z]/;

function* heads(scan: Scan): Generator<number> {
  for (const { start, end } of scan.digitRuns()) {
    if (end - start < 2) continue;
    const head = SEPARATOR.test(scan.text[start - 1] ?? '') ? start - 3 : start - 2;
    if (head >= 0 && LETTER.test(scan.text[head]!) && LETTER.test(scan.text[head + 1]!)) yield head;
  }
}

interface Read {
  iban: string;
  end: number;
}

/** Reads letters and digits over single separators until they have the form of the country. Check digits are not looked at. */
function readForm(text: string, start: number, form: RegExp): Read | null {
  let iban = '';
  for (let at = start; iban.length <= LONGEST; at += 1) {
    const char = text[at];
    const isPart = char !== undefined && /[A-Za-z0-9]/.test(char);
    if (!isPart && form.test(iban.slice(4))) return { iban, end: at };
    if (isPart) iban += char.toUpperCase();
    else if (char === undefined || !SEPARATOR.test(char) || SEPARATOR.test(text[at + 1] ?? ' ')) return null;
  }
  return null;
}

/** What may stand between the beginning of an account number and a piece of it. */
const HEAD_BEFORE = /(?<![A-Za-z0-9])[A-Z]{2}(?:[0-9]{2}(?:[ .-]?[A-Z0-9]{4}){0,6}[ .-]?[A-Z0-9]{0,3})?$/;

/** Whether a span is a piece of what is written as an account number, be its check digits right or wrong. */
export function isInAccountNumber(scan: Scan, start: number, end: number): boolean {
  const head = HEAD_BEFORE.exec(scan.text.slice(Math.max(0, start - LONGEST - 8), start))?.[0];
  if (head === undefined) return false;
  const form = scan.data.models.tables.accountForms.get(head.slice(0, 2));
  return form != null && (readForm(scan.text, start - head.length, form)?.end ?? 0) >= end;
}

/** ISO 7064 mod 97-10, country and check digits read last. */
function passes97(iban: string): boolean {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (char) => String(charValue(char))).join('');
  return modulo(digits, 97) === 1;
}

/** International bank account numbers (ISO 13616): country's length and structure, and ISO 7064 mod 97-10. */
export const ibanCode: Detector = {
  id: 'iban-code',
  type: 'IBAN_CODE',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  encodable: true,
  find(scan) {
    const found: Candidate[] = [];
    const lengths = new EqualStretches<number>(scan.text);
    for (const { 0: head, index: start } of scan.matchFrom(HEAD, heads(scan))) {
      const form = scan.data.models.tables.accountForms.get(head.slice(0, 2).toUpperCase()) ?? null;
      if (form === null) continue;
      const length = lengths.of(start, start + LONGEST_WRITTEN, '', () => {
        scan.meter.attempts += 1;
        const read = readForm(scan.text, start, form);
        return read === null || !passes97(read.iban) ? 0 : read.end - start;
      });
      if (length === 0) continue;
      found.push({ start, end: start + length, confidence: 0.98, evidence: ['pattern', 'validator:mod97'] });
    }
    return found;
  },
  examples: {
    positive: [
      'DE89 3704 0044 0532 0130 00',
      'IBAN: gb29nwbk60161331926819',
      'FR14-2004-1010-0505-0001-3M02-606',
      '"NL91ABNA0417164300"',
    ],
    negative: ['DE88 3704 0044 0532 0130 00', 'GB29NWBK6016133192681', 'AB12 is a postcode', 'IN12 3456 7890'],
  },
};
