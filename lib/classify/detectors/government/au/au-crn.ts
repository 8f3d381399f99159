import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAuCrn = validator(
  /^\d{9}[A-Z]$/,
  (s) => 'XVTSLKJHCBA'[weigh(s, [512, 256, 128, 64, 32, 16, 8, 4, 2]) % 11] === s[9],
);

/** Australian Centrelink customer reference numbers (Services Australia): nine digits, powers of two modulo 11, a check letter. */
export const auCrn = identityNumber({
  id: 'au-crn',
  cues: 'crn|centrelink|customer reference number',
  written: 'd{3} d{3} d{3} a',
  valid: isValidAuCrn,
  examples: {
    positive: ['crn: 307 111 942 H'],
    negative: ['CRN unknown since 1999', 'CRN: 307 111 943 H'],
  },
});
