import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidFiYtunnus = validator(
  /^(?:FI)?\d{8}$/,
  (s) => weigh(s.slice(-8), [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 && Number(s.slice(-8)) > 0,
);

/** Finnish business identity codes (Y-tunnus, PRH): seven digits, weights 7, 9, 10, 5, 8, 4, 2, modulo 11. */
export const fiYtunnus = identityNumber({
  id: 'fi-ytunnus',
  cues: 'Y-tunn|Y-tunnuksemme|Y-tunnuksenne|Y-tunnus|ytunnus|yritystunnus|FO-nummer|ALV|VAT|business id|Y-tunnuksen',
  written: '(?:FI)? #{7}-d',
  valid: isValidFiYtunnus,
  alone: ['9999999-9', 'AA99999999'],
  examples: {
    positive: ['Y-tunnus: FI 7957308-9'],
    negative: ['Y-tunnus: FI 0833908-7', 'BenchmarkOrder/n=1000000-4'],
  },
});
