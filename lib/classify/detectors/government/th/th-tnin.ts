import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidThTnin = validator(
  /^[1-8]\d{12}$/,
  (s) => (11 - (weigh(s, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(s, 12),
);

/** Thai national identity and tax numbers (Department of Provincial Administration): thirteen digits, weights 13 to 2, modulo 11. */
export const thTnin = identityNumber({
  id: 'th-tnin',
  cues: 'เลขประจำตัวประชาชน|บัตรประชาชน|Thai ID|Thai national id|citizen id|เลขประจำตัวผู้เสียภาษี|TNIN',
  written: '#{13}',
  valid: isValidThTnin,
  alone: ['9-9999-99999-99-9', '9 9999 99999 99 9'],
  examples: {
    positive: ['เลขประจำตัวประชาชน: 3773601225598'],
    negative: ['เลขประจำตัวประชาชน: 3625739476997'],
  },
});
