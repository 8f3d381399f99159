import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidPlPassport = validator(
  /^[A-Z]{2}\d{7}$/,
  (s) => (weigh(s, [7, 3]) + weigh(s, [1, 7, 3, 1, 7, 3], 3)) % 10 === digitAt(s, 2),
);

/** Polish passport numbers (Ministerstwo Cyfryzacji): two letters, check digit with weights 7, 3, 1, six digits. */
export const plPassport = identityNumber({
  id: 'pl-passport',
  cues: 'paszport|paszportu|Polish passport',
  vague: 'passport',
  written: 'a{2} #{7}',
  valid: isValidPlPassport,
  examples: {
    positive: ['paszport: TB 6601535'],
    negative: ['paszport: HB 0448537'],
  },
});
