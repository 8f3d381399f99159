import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidPlIdentityCard = validator(
  /^[A-Z]{3}\d{6}$/,
  (s) => (weigh(s, [7, 3, 1]) + weigh(s, [7, 3, 1, 7, 3], 4)) % 10 === digitAt(s, 3),
);

/** Polish identity card numbers (Ministerstwo Cyfryzacji): three letters, check digit with weights 7, 3, 1, five digits. */
export const plIdentityCard = identityNumber({
  id: 'pl-identity-card',
  cues: 'dowodem osobistym|dowód osobisty|dow. os|dowodu osobistego|numer dowodu|seria i numer|nr dowodu|Polish id card|dowód|identity card',
  written: 'a{3} #{6}',
  valid: isValidPlIdentityCard,
  examples: {
    positive: ['dowodu osobistego: WAY 870764'],
    negative: ['dowodu osobistego: LNP 775584'],
  },
});
