import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAtSocialSecurity = validator(
  /^[1-9]\d{9}$/,
  (s) =>
    Number(s.slice(6, 8)) <= 15 &&
    Number(s.slice(4, 6)) <= 31 &&
    weigh(s, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(s, 3),
);

/** Austrian social insurance numbers (Dachverband der Sozialversicherungsträger): serial, check digit modulo 11, date of birth. */
export const atSocialSecurity = identityNumber({
  id: 'at-social-security',
  cues:
    'Austrian social insurance number|Sozialversicherungsnummer|SVNR|SV-Nummer|Versicherungsnummer|VSNR|SV-Nr|Sozialversicherung|' +
    'Vers.-Nr|Sozialvers.-Nr|Austrian social security number|e-card',
  written: '#{10}',
  valid: isValidAtSocialSecurity,
  examples: {
    positive: ['Sozialversicherungsnummer: 4552021393'],
    negative: ['Sozialversicherungsnummer: 9496090837'],
  },
});
