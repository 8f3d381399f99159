import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Candidate, Detector } from '../../detector.ts';

/** Country code and check digits where a word begins; the rest is read by the country's length. */
const HEAD = /(?<![A-Za-z0-9])[A-Za-z]{2}[ ._/-]?[0-9]{2}(?=[ ._/\n-]?[A-Za-z0-9])/g;
const SEPARATOR = /[ \-._/\n]/;

const LENGTHS = new Map<string, number>(
  Object.entries(countrySpecs).flatMap(([country, spec]) =>
    typeof spec.chars !== 'number' ? [] : [[country, spec.chars] as const],
  ),
);

interface Read {
  iban: string;
  end: number;
}

/** Reads as many letters and digits as an IBAN of that country has, over single separators. */
function readIban(text: string, start: number, length: number): Read | null {
  let iban = '';
  let at = start;
  while (iban.length < length) {
    const char = text[at];
    if (char === undefined) return null;
    if (/[A-Za-z0-9]/.test(char)) iban += char;
    else if (!SEPARATOR.test(char) || SEPARATOR.test(text[at + 1] ?? ' ')) return null;
    at += 1;
  }
  return /[A-Za-z0-9]/.test(text[at] ?? '') ? null : { iban: iban.toUpperCase(), end: at };
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
    for (const match of scan.matchAll(HEAD)) {
      const length = LENGTHS.get(match[0].slice(0, 2).toUpperCase());
      const read = length === undefined ? null : readIban(scan.text, match.index, length);
      if (read === null) continue;
      scan.meter.attempts += 1;
      if (!isValidIBAN(read.iban)) continue;
      found.push({ start: match.index, end: read.end, confidence: 0.98, evidence: ['pattern', 'validator:mod97'] });
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
