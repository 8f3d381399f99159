import { isShortDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMxClaveElector = validator(
  /^[A-Z]{6}\d{8}[HM]\d{3}$/,
  (s) => isShortDate(s.slice(6)) && Number(s.slice(12, 14)) >= 1 && Number(s.slice(12, 14)) <= 34,
);

/** Mexican voter keys (clave de elector, INE): six letters, date of birth, state, sex, three digits. */
export const mxClaveElector = identityNumber({
  id: 'mx-clave-elector',
  cues: 'clave de elector|INE|IFE|credencial para votar|clave elector|credencial de elector',
  written: 'a{6}d{8}[HM]d{3}',
  valid: isValidMxClaveElector,
  cued: 0.95,
  alone: ['AAAAAA99999999A999'],
  examples: {
    positive: ['clave de elector: GCJKCR77022424M776'],
    negative: ['clave de elector: JWDSLH52091877M232'],
  },
});
