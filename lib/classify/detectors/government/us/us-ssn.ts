import { type Candidate, cueWords, type Detector, type WordList } from '../../../detector.ts';
import type { DigitWindow } from '../../../digit-groups.ts';
import { isLabelledNumber } from '../../../number-labels.ts';
import type { Scan } from '../../../scan.ts';
import { validator } from '../check-digits.ts';
import { COUNTRIES } from '../named-regions.ts';

const SSN = cueWords(
  'ssn',
  'ssn|ssns|social security|social security number|social sec|soc sec|social|ss#|ss number|ss no',
  'socialsecurity|socialsecuritynumber|taxpayer id|tin',
);
/** Printed in wallets and advertisements, never issued (ssa.gov/history/ssn/misused.html). */
const NEVER_ISSUED = new Set(['078051120', '219099999']);
const FORM = '3,2,4';

/** The ranges the Social Security Administration does not issue (ssa.gov/employer/randomization.html). */
export function isIssuableSsn(digits: string): boolean {
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area >= '900') return false;
  return digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000' && !NEVER_ISSUED.has(digits);
}

/** Whether a written number may have been issued. */
export const isValidUsSsn = validator(/^\d{9}$/, isIssuableSsn);

function standsAlone(text: string, { start, end }: DigitWindow): boolean {
  return !/[\p{L}\p{N}_]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}_]/u.test(text[end] ?? '');
}

function weigh(scan: Scan, window: DigitWindow): Candidate | null {
  const { start, end, digits, sizes, separator } = window;
  const form = sizes.join(',');
  if (form !== FORM && form !== '9') return null;
  if (!isIssuableSsn(digits) || !standsAlone(scan.text, window)) return null;
  // `social insurance 167661581`: the number of another country.
  const isOthers = ({ id }: WordList) =>
    id === 'us-atin' || id === 'us-itin' || (form !== FORM && id !== 'generic-id' && id !== 'vat');
  if (isLabelledNumber(scan, start, end, isOthers)) return null;
  if (form !== FORM && scan.near(COUNTRIES, start, end, 50, 25)) return null;
  const evidence = ['pattern', 'validator:ranges'];
  const cue = form === FORM ? scan.near(SSN, start, end) : isBeside(scan, start, end);
  if (cue) evidence.push('cue:ssn');
  const confidence = cue ? 0.97 : form === FORM ? formConfidence(separator) : scan.text.trim() === digits ? 0.5 : 0;
  return confidence > 0 ? { start, end, confidence, evidence } : null;
}

/** Bare digits: the word stands in front, or behind without anything between that begins something else. */
function isBeside(scan: Scan, start: number, end: number): boolean {
  if (scan.distanceBefore(SSN, start, 50) >= 0) return true;
  const behind = scan.distance(SSN, start, end, 0, 30);
  return behind >= 0 && !/[\n,;]/.test(scan.text.slice(end, end + behind));
}

function formConfidence(separator: string): number {
  if (separator === '-') return 0.87;
  return separator === ' ' || separator === '.' ? 0.55 : 0;
}

/** US Social Security numbers: hyphenated ones by form and range, bare digits only with a cue nearby. */
export const usSsn: Detector = {
  id: 'us-ssn',
  type: 'US_SSN',
  class: 'PII',
  regions: ['US'],
  needs: ['digit'],
  cues: [SSN, COUNTRIES],
  encodable: true,
  find: (scan) =>
    scan
      .numbers(9, 3)
      .map((window) => weigh(scan, window))
      .filter((candidate) => candidate !== null),
  examples: {
    positive: [
      '536-90-4399',
      '536\u201190\u20114399',
      'SSN 536904399',
      'her social security number is 536 90 4399',
      '"ssn": "536904399"',
      'the SSN in case 12 is 536-90-4399',
      '536904399',
    ],
    negative: [
      'Please enter 054935415 as Social Insurance Number.',
      '000-12-3456',
      '666-12-3456',
      '900-12-3456',
      '536-00-4399',
      '078-05-1120',
      'order 536904399',
      '1536-90-4399',
      'part 536-90-4399-22',
      'part no 536-90-4399 fits the pump',
      'Case #536-90-4399 was closed',
      "legacy_ref = '536-90-4399'",
      'id BIGINT DEFAULT 536904399,\n  ssn CHAR(11)',
    ],
  },
};
