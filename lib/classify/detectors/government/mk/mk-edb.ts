import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMkEdb = validator(
  /^(?:MK|МК)?\d{13}$/,
  (s) => ((11 - (weigh(s.slice(-13), [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digitAt(s, -1),
);

/** North Macedonian tax numbers (ЕДБ): thirteen digits, weights 7 to 2, modulo 11. */
export const mkEdb = identityNumber({
  id: 'mk-edb',
  cues: 'ЕДБ|EDB|даночен број|Macedonian tax number',
  written: '(?:MK|МК)?#{13}',
  valid: isValidMkEdb,
  examples: {
    positive: ['ЕДБ: MK3550698326345'],
    negative: ['ЕДБ: 7671072165867'],
  },
});
