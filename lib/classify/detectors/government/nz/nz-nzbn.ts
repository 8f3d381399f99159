import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidNzNzbn = validator(
  /^94\d{11}$/,
  (s) => weigh(s, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
);

/** New Zealand business numbers (NZBN Register): thirteen digits beginning with 94, GS1 check digit. */
export const nzNzbn = identityNumber({
  id: 'nz-nzbn',
  cues: 'nzbn|new zealand business number|nz business number',
  written: '#{13}',
  valid: isValidNzNzbn,
  examples: {
    positive: ['nzbn: 9471749231382'],
    negative: ['nzbn: 9457780460697'],
  },
});
