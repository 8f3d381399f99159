import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidVnMst = validator(
  /^\d{10}(?:\d{3})?$/,
  (s) => 10 - (weigh(s, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) === digitAt(s, 9),
);

/** Vietnamese tax codes (mã số thuế, Tổng cục Thuế): ten digits with check digit modulo 11, three more for branches. */
export const vnMst = identityNumber({
  id: 'vn-mst',
  cues: 'mã số thuế|MST|Vietnamese tax code|mã số doanh nghiệp|MSDN',
  written: 'd{10}(?:-d{3})?',
  valid: isValidVnMst,
  examples: {
    positive: ['mã số thuế: 9369513015'],
    negative: ['mã số thuế: 4529592177-668'],
  },
});
