import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidGrAfm = validator(
  /^(?:EL|GR)?\d{9}$/,
  (s) => Number(s.slice(-9)) > 0 && (weigh(s.slice(-9), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(s, -1),
);

/** Greek tax numbers (ΑΦΜ, ΑΑΔΕ): nine digits, powers of two modulo 11. */
export const grAfm = identityNumber({
  id: 'gr-afm',
  cues: 'A.F.M.|ΑΦΜ|AFM|Α.Φ.Μ.|αριθμός φορολογικού μητρώου|ΦΠΑ|Greek tax number|VAT',
  written: '(?:EL|GR)? #{9}',
  valid: isValidGrAfm,
  alone: ['AA999999999'],
  examples: {
    positive: ['ΑΦΜ:  445051309'],
    negative: ['ΑΦΜ: EL 868077647'],
  },
});
