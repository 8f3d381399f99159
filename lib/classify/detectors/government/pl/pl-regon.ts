import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LONG = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];
/** Whether a written number has the form and passes the check. */
export const isValidPlRegon = validator(
  /^(?:\d{9}|\d{14})$/,
  (s) =>
    (weigh(s, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === digitAt(s, 8) &&
    (s.length === 9 || (weigh(s, LONG) % 11) % 10 === digitAt(s, 13)),
);

/** Polish business register numbers (REGON, GUS): nine or fourteen digits, modulo 11. */
export const plRegon = identityNumber({
  id: 'pl-regon',
  cues: 'REGON',
  written: '#{9}(?:d{5})?',
  valid: isValidPlRegon,
  examples: {
    positive: ['REGON: 923592925'],
    negative: ['REGON: 306945307'],
  },
});
