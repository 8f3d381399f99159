import { isDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function holdsDate(s: string): boolean {
  const month = Number(s.slice(6, 8)) % 50;
  return Number(s.slice(6, 8)) <= 62 && isDate(2000 + Number(s[5]) * 10 + Number(s[10]), month, Number(s.slice(8, 10)));
}
/** Whether a written number has the form and passes the check. */
export const isValidUkDrivingLicence = validator(
  /^(?=[A-Z]+9*\d{6})[A-Z9]{5}\d{6}[A-Z][A-Z9][A-Z0-9][A-Z]{2}(?:\d{2})?$/,
  (s) => holdsDate(s),
);

/** UK driving licence numbers (DVLA): surname, year, month (50 added for women), day, initials, two check letters. */
export const ukDrivingLicence = identityNumber({
  id: 'uk-driving-licence',
  region: 'GB',
  cues: 'driving licence|driver licence|driving license|driver number|licence number|dvla|provisional licence|provisional driving licence|driving licence number',
  written: '[A-Z9]{5}-d{6}-[A-Z9]{2}[A-Z0-9][A-Z]{2}( dd)?',
  valid: isValidUkDrivingLicence,
  alone: [
    'AAAAA999999AA9AA',
    'AAAAA999999A99AA',
    'AAAA9999999AA9AA',
    'AAAA9999999A99AA',
    'AAA99999999AA9AA',
    'AAA99999999A99AA',
  ],
  examples: {
    positive: ['driving licence: GGQVN-154265-HHLLO 30'],
    negative: ['driving licence: AFZNS-956717-ZNMBD'],
  },
});
