import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidBgLnch = validator(
  /^\d{10}$/,
  (s) => weigh(s, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === digitAt(s, 9),
);

/** Bulgarian numbers of foreigners (ЛНЧ): ten digits, weights 21, 19, 17, 13, 11, 9, 7, 3, 1, modulo 10. */
export const bgLnch = identityNumber({
  id: 'bg-lnch',
  cues: 'ЛНЧ|LNCH|личен номер на чужденец',
  written: '#{10}',
  valid: isValidBgLnch,
  examples: {
    positive: ['ЛНЧ: 9027658492'],
    negative: ['ЛНЧ: 8560103677'],
  },
});
