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
  cues: 'Aadhaar|Aadhar|UID number|UIDAI|आधार',
  written: 'd{4} d{4} d{4}',
  valid: isValidInAadhaar,
  examples: {
    positive: ['Aadhaar: 7308 6274 2547', 'मेरा आधार 3631 9785 0593 है'],
    negative: ['Aadhaar: 2019 7476 9877'],
  },
});
