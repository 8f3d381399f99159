import { passesVerhoeff, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidInAadhaar = validator(
  /^[2-9]\d{11}$/,
  (s) => passesVerhoeff(s) && s !== Array.from(s).reverse().join(''),
);

/** Indian Aadhaar numbers (UIDAI): twelve digits not beginning with 0 or 1, Verhoeff; palindromes are not issued. */
export const inAadhaar = identityNumber({
  id: 'in-aadhaar',
  cues: 'Adhar|Adhaar|Adhar card|Aadhaar|Aadhar|UID number|UIDAI|आधार',
  written: '#{12}(?! [0-9]{4}(?![0-9]))',
  valid: isValidInAadhaar,
  examples: {
    positive: ['Aadhaar: 730862742547', 'मेरा आधार 363197850593 है'],
    negative: ['Aadhaar: 201974769877'],
  },
});
