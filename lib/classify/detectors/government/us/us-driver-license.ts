import { type Candidate, cueWords, type Detector } from '../../../detector.ts';
import { afterLabel, findLabelled, type Labelled } from '../../../labelled.ts';
import type { Scan } from '../../../scan.ts';
import { patternSource } from '../number-pattern.ts';
import { DRIVER_LICENSE_FORMS } from './driver-license-forms.data.ts';

const LICENSE = cueWords(
  'driver-license',
  "driver's license|drivers license|driver license|drivers licence|driver's lic|drivers lic",
  "driver's license number|drivers license number|driver license number|license number|dl number",
  'dl|dl no|dl#|dln|dmv number|driverslicense|driverlicense|operator license|driving license',
);
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
  return isValidUsDriverLicense(value) ? { start, end, confidence: 0.78, evidence } : null;
}

/** US driver license numbers, behind their label, by the forms of the states. */
export const usDriverLicense: Detector = {
  id: 'us-driver-license',
  type: 'US_DRIVER_LICENSE',
  class: 'PII',
  regions: ['US'],
  needs: ['digit'],
  requires: [LICENSE],
  find: (scan) =>
    findLabelled(scan, LICENSE, NUMBER)
      .map((labelled) => weigh(scan, labelled))
      .filter((candidate) => candidate !== null),
  examples: {
    positive: [
      "Driver's license: D1234567",
      'his California driver license is D1234567',
      'DL# 12345678 (TX)',
      'Illinois DL number D400-7836-0001',
      '"driversLicense": "S123456789012"',
    ],
    negative: ['driver license renewal 2024', "driver's license since May", 'the MIT license 2019', 'DL 12'],
  },
};
