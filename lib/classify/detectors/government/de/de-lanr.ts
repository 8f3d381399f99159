import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDeLanr = validator(
  /^\d{9}$/,
  (s) => (10 - (weigh(s, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === digitAt(s, 6),
);

/** German physician numbers (KBV, Richtlinie nach section 75 SGB V): six digits, check digit with weights 4 and 9, two digits for the field. */
export const deLanr = identityNumber({
  id: 'de-lanr',
  class: 'PHI',
  cues: 'lebenslange Arztnummer|LANR|Arztnummer|Arzt-Nr',
  written: '#{9}',
  valid: isValidDeLanr,
  examples: {
    positive: ['LANR: 395913556'],
    negative: ['LANR: 046611725'],
  },
});
