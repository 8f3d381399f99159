import { isDayFirstDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** Whether a written number has the form and passes the check. */
export const isValidFiHetu = validator(
  /^\d{6}[+A-FU-Y]?\d{3}[0-9A-FHJ-NPR-Y]$/,
  (s) =>
    isDayFirstDate(s) &&
    Number(s.slice(-4, -1)) > 1 &&
    CHECKS[Number(s.slice(0, 6) + s.slice(-4, -1)) % 31] === s.at(-1),
);

/** Finnish personal identity codes (Digi- ja väestötietovirasto; decree 690/2022): date of birth, sign of the century, serial, check character modulo 31. */
export const fiHetu = identityNumber({
  id: 'fi-hetu',
  type: 'FI_PERSONAL_IDENTITY_CODE',
  cues:
    'henkilötunnus|hetu|sosiaaliturvatunnus|personbeteckning|personal identity code|sotu|' +
    'hlötunnus|henkilötunnuksesi|henkilötunnuksen|henkilötunnukseni',
  written: '#{6}[-+A-FU-Y]d{3}[0-9A-FHJ-NPR-Y]',
  valid: isValidFiHetu,
  alone: ['999999-999A', '999999A999A', '999999A9999', '999999+999A'],
  examples: {
    positive: ['henkilötunnus: 261000W302K'],
    negative: ['henkilötunnus: 290583A387H'],
  },
});
