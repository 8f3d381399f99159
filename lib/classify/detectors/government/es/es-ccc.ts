import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function digit(digits: string): number {
  const rest = 11 - (weigh(digits, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11);
  return rest === 11 ? 0 : rest === 10 ? 1 : rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidEsCcc = validator(
  /^\d{20}$/,
  (s) => digit(`00${s.slice(0, 8)}`) === digitAt(s, 8) && digit(s.slice(10)) === digitAt(s, 9),
);

/** Spanish bank account codes (CCC, Consejo Superior Bancario): two check digits modulo 11 over bank, branch and account. */
export const esCcc = identityNumber({
  id: 'es-ccc',
  type: 'ES_CCC',
  region: 'ES',
  cues: 'CCC|código cuenta cliente|número de cuenta|cuenta bancaria|cuenta corriente|cuenta',
  written: 'd{4} d{4} d{2} d{10}',
  valid: isValidEsCcc,
  alone: ['9999 9999 99 9999999999'],
  examples: {
    positive: ['CCC: 6968 0505 45 7417076637'],
    negative: ['CCC: 8583 9424 53 0453012317'],
  },
});
