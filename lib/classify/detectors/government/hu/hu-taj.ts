import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidHuTaj = validator(/^\d{9}$/, (s) => weigh(s, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(s, 8));

/** Hungarian social security numbers (TAJ; 1996. évi XX. törvény): nine digits, weights 3 and 7, modulo 10. */
export const huTaj = identityNumber({
  id: 'hu-taj',
  class: 'PHI',
  cues: 'TB szám|TAJ|társadalombiztosítási azonosító|Hungarian social security number',
  written: '#{9}',
  valid: isValidHuTaj,
  examples: {
    positive: ['TAJ: 635210180'],
    negative: ['TAJ: 949462477'],
  },
});
