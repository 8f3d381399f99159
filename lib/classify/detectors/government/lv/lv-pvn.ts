import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidLvPvn = validator(
  /^(?:LV)?[4-9]\d{10}$/,
  (s) => weigh(s.slice(-11), [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3,
);

/** Latvian company and value added tax numbers (PVN, Valsts ieņēmumu dienests): eleven digits, weighted sum modulo 11. */
export const lvPvn = identityNumber({
  id: 'lv-pvn',
  cues: 'PVN reģ|PVN|reģistrācijas numurs|reģ. nr|VAT',
  written: '(?:LV)? #{11}',
  valid: isValidLvPvn,
  alone: ['AA99999999999'],
  examples: {
    positive: ['PVN: LV 50629359038'],
    negative: ['PVN: LV 45586121517'],
  },
});
