import { isDayFirstDate } from '../calendar.ts';
import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidNiCedula = validator(
  /^\d{13}[A-HJ-NP-Y]$/,
  (s) => isDayFirstDate(s.slice(3)) && 'ABCDEFGHJKLMNPQRSTUVWXY'[modulo(s.slice(0, 13), 23)] === s[13],
);

/** Nicaraguan identity card numbers (Consejo Supremo Electoral): town, date of birth, serial, check letter modulo 23. */
export const niCedula = identityNumber({
  id: 'ni-cedula',
  cues: 'cédula',
  written: 'd{3}-#{6}-d{4}a',
  valid: isValidNiCedula,
  cued: 0.95,
  alone: ['999-999999-9999A'],
  examples: {
    positive: ['cédula: 720-280521-3413L'],
    negative: ['cédula: 182-240690-0637L'],
  },
});
