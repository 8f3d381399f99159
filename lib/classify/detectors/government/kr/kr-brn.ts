import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidKrBrn = validator(
  /^\d{10}$/,
  (s) =>
    (weigh(s, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(s[8]) * 5) / 10) + digitAt(s, 9)) % 10 === 0 &&
    /^[1-9]/.test(s),
);

/** Korean business registration numbers (국세청): ten digits, weights 1, 3, 7, 1, 3, 7, 1, 3, 5, modulo 10. */
export const krBrn = identityNumber({
  id: 'kr-brn',
  cues: '사업자 등록번호|사업자번호|BRN|business registration number|사업자등록',
  written: '#{10}',
  valid: isValidKrBrn,
  alone: ['999-99-99999'],
  examples: {
    positive: ['사업자 등록번호: 2457913123'],
    negative: ['사업자 등록번호: 2720132807'],
  },
});
