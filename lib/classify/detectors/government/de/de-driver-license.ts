import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDeDriverLicense = validator(
  /^[A-Z]\d{2}[A-Z0-9]{6}[\dX][A-Z0-9]$/,
  (s) => '0123456789X'[weigh(s, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11] === s[9],
);

/** German driving licence numbers (FeV annex 8): authority, serial, check character with weights 9 to 1 modulo 11, issue number. */
export const deDriverLicense = identityNumber({
  id: 'de-driver-license',
  type: 'DE_FUEHRERSCHEIN',
  cues: 'Führerschein|Führerscheinnummer|Fahrerlaubnis|Fahrerlaubnisnummer|FS-Nummer|Fahrerlaubnis Nr|Führerschein-Nr|German driving licence',
  written: 'a d{2} x{6} [0-9X] x',
  valid: isValidDeDriverLicense,
  examples: {
    positive: ['Führerschein: B072RRE2I55', 'Führerscheinnummer B072RRE2I55'],
    negative: ['Führerschein seit 1998, Klasse B', 'Führerschein: B072RRE2I65'],
  },
});
