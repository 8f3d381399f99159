import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidRoCui = validator(
  /^(?:RO)?[1-9]\d{3,9}$/,
  (s) =>
    ((10 * weigh(s.replace('RO', '').padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === digitAt(s, -1),
);

/** Romanian company codes (CUI, CIF; ANAF): two to ten digits, weights 7, 5, 3, 2, 1, modulo 11. */
export const roCui = identityNumber({
  id: 'ro-cui',
  cues: 'înregistrare fiscală|CUI|CIF|cod unic de înregistrare|cod fiscal|cod de identificare fiscală|C.U.I.|codul fiscal',
  shared: 'TVA',
  written: '(?:RO)?[ ]?#{5,10}',
  valid: isValidRoCui,
  examples: {
    positive: ['CUI: RO 6842652102'],
    negative: ['CUI: 251187'],
  },
});
