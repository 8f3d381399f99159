import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidDeDriverLicense = validator(/^[A-Z]\d{2}[A-Z0-9]{6}\d[A-Z0-9]$/);

/** German driving licence numbers (FeV annex 8): eleven characters: authority, serial, check character, issue number. */
export const deDriverLicense = identityNumber({
  id: 'de-driver-license',
  type: 'DE_FUEHRERSCHEIN',
  cues: 'Führerschein|Führerscheinnummer|Fahrerlaubnis|Fahrerlaubnisnummer|German driving licence',
  written: 'a d{2} x{6} d x',
  valid: isValidDeDriverLicense,
  cued: 0.88,
  examples: {
    positive: ['Führerschein: X 56 H21JVL 0 M', 'Führerscheinnummer B072RRE2I55'],
    negative: ['Führerschein seit 1998, Klasse B'],
  },
});
