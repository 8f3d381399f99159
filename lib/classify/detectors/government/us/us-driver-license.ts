import { type Candidate, cueWords, type Detector, type WordList } from '../../../detector.ts';
import { afterLabel, findLabelled, type Labelled } from '../../../labelled.ts';
import { isEndOfLabel } from '../../../number-labels.ts';
import type { Scan } from '../../../scan.ts';
import { patternSource } from '../number-pattern.ts';
import { DRIVER_LICENSE_FORMS } from './driver-license-forms.data.ts';

const LICENSE: WordList = {
  ...cueWords(
    'driver-license',
    "driver's license|drivers license|driver license|driver's lic|drivers lic|driver lic",
    "driver's license number|drivers license number|driver license number|dl number|driver's license no|drivers license no|driver license no|driver's license #|drivers license #",
    "dl|dl no|dl#|dln|d.l|cdl|cdl number|dmv number|dmv license|driverslicense|driverlicense|operator license|operator's license|driving license",
  ),
  labels: 'number',
};
/** Of anything, unless the text is about driving. */
const ANY_LICENSE = cueWords('any-license', 'license|license number|license no|license #');
const DRIVING = cueWords('driving', 'dmv|driver|drivers|driving|drive|vehicle|car rental|rental car|rent a car|dob');
const DRIVING_REACH = 80;
const STATES = new RegExp(`\\b(?:${DRIVER_LICENSE_FORMS.map(([name, code]) => `${name}|${code}`).join('|')})\\b`);
/** How far from the number the state may be named, in UTF-16 units. */
const STATE_REACH = 40;

/** Six to nineteen letters and digits with four digits in a row, or digits in groups. */
const NUMBER = afterLabel(
  '(?=[A-Za-z0-9*]{0,8}[0-9]{2})(?:[A-Za-z]{0,3}[0-9]{2,6}(?:[- ][0-9]{2,6}){1,3}(?:-[0-9])?|[A-Za-z0-9*]{6,19})(?![A-Za-z0-9])',
);

/** The forms as patterns, made when the first number is looked at. */
let forms: { name: string; code: string; pattern: RegExp }[] | undefined;

/** Whether `text` is a license number of the state with this name or postal code; of any state when none is given. */
export function isValidUsDriverLicense(text: string, state?: string): boolean {
  forms ??= DRIVER_LICENSE_FORMS.map(([name, code, form]) => ({
    name,
    code,
    pattern: new RegExp(`^(?:${patternSource(form)})$`, 'i'),
  }));
  return forms.some(
    ({ name, code, pattern }) => (state === undefined || state === name || state === code) && pattern.test(text),
  );
}

function weigh(scan: Scan, { start, end, value, label, labelEnd }: Labelled): Candidate | null {
  // `DL591324`: the number of a thing, with letters of its own.
  if (start === labelEnd) return null;
  if ((value.match(/[0-9]/g) ?? []).length < 4) return null;
  const context = `${scan.text.slice(Math.max(0, label - STATE_REACH), start)} ${scan.text.slice(end, end + STATE_REACH)}`;
  const state = STATES.exec(context)?.[0];
  const evidence = ['pattern', 'cue:driver-license'];
  if (state !== undefined && isValidUsDriverLicense(value, state))
    return { start, end, confidence: 0.92, evidence: [...evidence, 'validator:state', 'cue:state'] };
  return isValidUsDriverLicense(value) ? { start, end, confidence: 0.87, evidence } : null;
}

/** US driver license numbers, behind their label, by the forms of the states. */
export const usDriverLicense: Detector = {
  id: 'us-driver-license',
  type: 'US_DRIVER_LICENSE',
  class: 'PII',
  regions: ['US'],
  needs: ['digit'],
  requires: [LICENSE, ANY_LICENSE],
  cues: [DRIVING],
  find: (scan) =>
    [
      ...findLabelled(scan, LICENSE, NUMBER),
      ...findLabelled(scan, ANY_LICENSE, NUMBER).filter(
        ({ start, end, label, labelEnd }) =>
          scan.near(DRIVING, start, end, DRIVING_REACH) && !isEndOfLabel(scan, label, labelEnd),
      ),
    ]
      .map((labelled) => weigh(scan, labelled))
      .filter((candidate) => candidate !== null),
  examples: {
    positive: [
      "Driver's license: D1234567",
      'his California driver license is D1234567',
      'DL# 12345678 (TX)',
      'Illinois DL number D400-7836-0001',
      '"driversLicense": "S123456789012"',
      'license number G2294972 issued by the DMV',
    ],
    negative: ['driver license renewal 2024', "driver's license since May", 'the MIT license 2019', 'DL 12'],
  },
};
