import type { Candidate, Detector, WordList } from '../../detector.ts';
import { EqualStretches } from '../../equal-stretches.ts';
import { isLabelledNumber } from '../../number-labels.ts';
import type { Scan } from '../../scan.ts';
import { THING } from '../../thing-labels.ts';
import { type Around, cueOf, isLabelledOtherwise, type PhoneCue, phoneColumns } from './phone-context.ts';
import { OTHER_NUMBER, PHONE, PHONE_ASIAN, REACH } from './phone-cues.ts';
import { formConfidence, isOtherForm, isThousands } from './phone-form.ts';
import { EXTENSION, LEAST_DIGITS, MOST_DIGITS, type Piece, piecesOf, trimmed } from './phone-pieces.ts';

/** A maximal run of what phone numbers are written with; longer runs than a number are taken apart, not searched. */
const RUN =
  /(?<![\p{Lu}\p{Ll}\p{N}_/#$€£¥+-]|[0-9]\.)(?!(?<=[0-9],)[0-9]{3}(?![0-9]))(?:\+{1,2} ?|\(\+?)?[0-9](?:[ ().\-/·]{0,3}[0-9]){6,}(?:,? ?(?:x|ext\.?|extn\.?|extension|poste|durchwahl|dw\.?|int\.?|toestel)[ .:]{0,2}[0-9]{1,6})?(?![\p{Lu}\p{Ll}\p{N}_%])/giu;
const DEFAULT_REGIONS = 'US GB DE FR ES IT NL AT CH BE IE AU NZ IN BR MX JP PL PT SE DK NO FI ZA CN KR'.split(' ');

/** Bytes in a dump: pairs of digits beside other pairs of hexadecimal digits. */
const PAIRS = /^[0-9]{2}(?: [0-9]{2})+$/;
const PAIR_BEFORE = /(?:^|[^0-9a-z])[0-9a-f]{2}[ \t]$|[0-9a-f]{4}:\t$/i;
const PAIR_AFTER = /^[ \t]{1,2}[0-9a-f]{2}(?![0-9a-z])/i;

/** `nr is`, `my no`: said of any number, so that a label in front of it says which. */
const ANY_NUMBER = /^(?:(?:(?:my|his|her|your|new) )?(?:nr|no|number|digits)(?: is)?|is)?$/;

/** Whether a label says that the number at `start` is no phone's: between them nothing speaks of a phone. */
function isNoPhoneLabel(scan: Scan, { id }: WordList, labelEnd: number, start: number): boolean {
  // `my number` is the label of an identity number in Japan alone, where it is a name.
  if (id === 'jp-my-number' && !scan.text.slice(0, labelEnd).endsWith('My Number')) return false;
  const cue = scan.distanceBefore(PHONE, start, start - labelEnd);
  if (cue < 0) return true;
  return ANY_NUMBER.test(scan.folded.slice(labelEnd, start - cue).trim());
}

interface Facts {
  written: string;
  digits: string;
  international: boolean;
  valid: boolean;
  /** A country code that exists, though the number behind it is not in use. */
  code: boolean;
  cue: PhoneCue;
  /** In use in a country that the policy names. */
  chosenRegion: boolean;
}

/** The chosen countries first; without any, the large ones. */
function regionsOf(scan: Scan): readonly string[] {
  const chosen = scan.data.regions;
  return chosen.length === 0 ? DEFAULT_REGIONS : [...new Set([...chosen, ...DEFAULT_REGIONS])];
}

function isDump(text: string, start: number, end: number): boolean {
  return PAIR_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || PAIR_AFTER.test(text.slice(end, end + 5));
}

/** Labels and words further away than these say nothing of a number, UTF-16 units. */
const BEFORE = 128;
const AFTER = 80;

interface Weighed {
  candidate: Candidate | null;
  /** Where it was asked whether a name ends there, from the number on, and what the answer was. */
  name: { at: number; ends: boolean } | null;
}

/** `weigh`, once for equal numbers in equal surroundings. */
function weighOnce(
  scan: Scan,
  known: EqualStretches<Weighed>,
  { start, raw }: Piece,
  regions: readonly string[],
  around: Around,
): Candidate | null {
  const make = (): Weighed => {
    let name: Weighed['name'] = null;
    const endsName = (at: number) => {
      name = { at: at - start, ends: around.endsName(at) };
      return name.ends;
    };
    return { candidate: weigh(scan, { start, raw }, regions, { ...around, endsName }), name };
  };
  const behind = around.follows > 0 && start - around.follows <= 6 ? start - around.follows : '';
  const facts = `${raw.length},${behind},${around.columns.has(start)},${scan.inCode(start)}`;
  const equal = known.of(start - BEFORE, start + raw.length + AFTER, facts, make);
  const differs = equal.name !== null && around.endsName(start + equal.name.at) !== equal.name.ends;
  const { candidate } = differs ? make() : equal;
  return candidate === null ? null : { ...candidate, start, end: start + raw.length };
}

/** What goes on behind an hour. */
const CLOCK = /^:[0-5][0-9](?![0-9])/;

function weigh(scan: Scan, { start, raw }: Piece, regions: readonly string[], around: Around): Candidate | null {
  const written = raw.replace(EXTENSION, '');
  const digits = written.replace(/[^0-9]/g, '');
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS || isOtherForm(written)) return null;
  // `+49 000 0000000` in a form that asks for one.
  if (new Set(digits).size < 2 || /0{7}$/.test(digits)) return null;
  const end = start + raw.length;
  if (PAIRS.test(written) && isDump(scan.text, start, end)) return null;
  // `Jul 01 2025 06:01:11`: a day and a time.
  if (CLOCK.test(scan.text.slice(end, end + 4))) return null;
  // A sum: `0xeffe0000 + 19970605`.
  if (
    written.startsWith('+ ') &&
    /(?:[0-9)]|0x[0-9a-f]{1,16}) $/i.test(scan.text.slice(Math.max(0, start - 20), start))
  )
    return null;
  const telling = formConfidence(written);
  const plus = /^\(?\+/.test(written);
  if (isLabelledOtherwise(scan, start, end, telling > 0.8 || plus)) return null;
  scan.meter.attempts += 1;
  const plans = scan.data.models.tables.phonePlans;
  const international = plus || /^(?:00[1-9]|011[- ]?[1-9])/.test(written);
  const number = international
    ? plans.internationalNumber(
        written
          .replace(/^(?:011[- ]?|00)(?=[1-9])/, '')
          .replace('(0)', '')
          .replace(/[^0-9]/g, ''),
      )
    : 'none';
  if (!plus && isLabelledNumber(scan, start, end, (list, labelEnd) => isNoPhoneLabel(scan, list, labelEnd, start)))
    return null;
  const country = international ? undefined : regions.find((region) => plans.isNationalNumber(digits, region));
  const cue = cueOf(scan, start, end, around);
  const valid = number === 'valid' || country !== undefined;
  const confidence = grade(
    {
      written,
      digits,
      international,
      valid,
      code: number === 'code',
      cue,
      chosenRegion: country !== undefined && scan.data.regions.includes(country),
    },
    telling,
    scan.inCode(start),
  );
  if (confidence <= 0) return null;
  const evidence = ['pattern', ...(valid ? ['validator:phone'] : []), ...(cue === 'none' ? [] : ['cue:phone'])];
  return { start, end, confidence, evidence };
}

function grade(facts: Facts, telling: number, inCode: boolean): number {
  const { written, cue, valid } = facts;
  const grouped = /[0-9][ ().\-/]+[0-9]/.test(written);
  const cued = cue === 'label' || cue === 'near';
  if (facts.international && !(inCode && cue !== 'label' && /^0[0-9]+$/.test(written)))
    return gradeInternational(facts, telling, grouped, cued);
  if (inCode && telling < 0.8 && !(valid && cue === 'label')) return 0;
  if (isThousands(written) && !(cued && valid)) return cue === 'label' ? 0.6 : 0;
  if (valid && cued && (grouped || cue === 'label')) return 0.95;
  if (valid && cued) return facts.digits.length >= 9 ? 0.86 : facts.digits.length === 8 ? 0.7 : 0;
  if (telling > 0 && cue !== 'none') return 0.9;
  if (valid && (cue === 'weak' || cue === 'beside')) return weakly(facts, grouped);
  if (valid && telling > 0) return Math.min(0.92, telling + 0.06);
  if (facts.chosenRegion && grouped && facts.digits.length > 7) return 0.65;
  if (valid) return 0;
  if (cue === 'label') return grouped ? 0.86 : /^(?:.{7}|.{9,12})$/.test(facts.digits) ? 0.75 : 0.6;
  if (cue === 'near') return grouped ? 0.7 : facts.digits.length === 10 ? 0.6 : 0;
  return telling;
}

/** A valid number near a word that is said of other numbers too. */
function weakly({ cue, digits, written }: Facts, grouped: boolean): number {
  if (grouped && digits.length >= 9 && (cue === 'weak' || !written.includes('.'))) return cue === 'weak' ? 0.86 : 0.75;
  if (/^[0-9]{2}(?: [0-9]{2}){3}$/.test(written)) return 0.6;
  return cue === 'beside' && /^(?:0[1-9][0-9]{8,9}|[2-9][0-9]{9})$/.test(written) ? 0.6 : 0;
}

function gradeInternational(facts: Facts, telling: number, grouped: boolean, cued: boolean): number {
  const plus = /^\(?\+/.test(facts.written);
  if (facts.valid) return plus || grouped || cued ? 0.96 : 0.5;
  if (cued) return facts.code || telling > 0 ? 0.9 : 0.75;
  if (telling > 0) return telling;
  if (!facts.code || !plus) return 0;
  return grouped ? 0.75 : facts.digits.length >= 10 ? 0.6 : 0;
}

/** Where names of people end. */
function namesIn(scan: Scan): ReadonlySet<number> {
  return new Set((scan.names() ?? []).filter(({ type }) => type === 'PERSON').map(({ end }) => end));
}

/**
 * Phone numbers: with country code anywhere, national ones by form or by a cue, valid by the numbering plans in libphonenumber's
 * tables. A number that no plan assigns is still one when its grouping or a cue says so.
 */
export const phoneNumber: Detector = {
  id: 'phone-number',
  type: 'PHONE_NUMBER',
  class: 'PII',
  regions: DEFAULT_REGIONS,
  needs: ['digit'],
  cues: [PHONE, PHONE_ASIAN, REACH, OTHER_NUMBER, THING],
  encodable: true,
  find(scan) {
    const found: Candidate[] = [];
    const regions = regionsOf(scan);
    const known = new EqualStretches<Weighed>(scan.text);
    let columns: Around['columns'] | undefined;
    let ends: ReadonlySet<number> | undefined;
    // Reading names costs more than all the rest, and few numbers depend on them.
    const endsName = (at: number) => {
      ends ??= namesIn(scan);
      return ends.has(at);
    };
    for (const match of scan.matchAll(RUN)) {
      for (const piece of piecesOf(match[0], match.index)) {
        columns ??= phoneColumns(scan);
        const around = { follows: found.at(-1)?.end ?? 0, columns, endsName };
        const candidate = weighOnce(scan, known, trimmed(piece), regions, around);
        if (candidate !== null) found.push(candidate);
      }
    }
    return found;
  },
  examples: {
    positive: [
      'call +49 30 901820 today',
      'tel: 020 7946 0958',
      '(212) 736-5000 is the desk',
      '06 12 34 56 78',
      'My number is 415-555-2671 x204',
      'phone 2127365000',
      'Handy 0171 1234567',
      '001-212-736-5000',
      'reach him at 001-555-123-4567x890',
      '(555)123-4567',
      '+1-555-123-4567x12',
      '555.123.4567',
      'Tel.030/901820',
      '(call 555-123-4567)',
      '(212) 736-5000 (646) 736-5000',
      'llámame al 612 345 678',
      'Mijn nummer is 06-12345678',
      'M: 079 123 45 67',
      'Ring me on 5551234567',
      'Phone numbers: 555-1234, 555-9876',
      '415-555-2671 2 times',
    ],
    negative: [
      'NPI 2127365000',
      'order number 2127365000',
      '2024-05-17 12:30:45',
      '1.5.0 (2025-11-13)',
      'version 10.0.19041.1234',
      '1716239022',
      '4111 1111 1111 1111',
      '192.168.100.200',
      'ISBN 978-3-16-148410-0',
      '219-09-9999',
      '3.14159265358979',
      '#1234567890',
      'a city of 1 234 567 people',
      'MRN: 555-123-4567',
      'the provider 1245319599 (NPI)',
      'EUR 12 345 678',
      '$1234567.00',
      'Execution Time: 3532.648 ms\n\n  number | count',
      '| # | numer REGON | ok |\n|---|---|---|\n| 1 | 923562225 | yes |',
      'Skriv 214061-0280 som CPR-nummer i skemaet.',
      'SMS ALLOCATED TO DDNAME, RBA 246882224',
      '{"msg":"phone lookup skipped","offset":47749874266}',
      'account_quota: 25302858\nphone_home: false',
      'total{le="8.28"} 71738567924\ncall_duration 3',
    ],
  },
};
