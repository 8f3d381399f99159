import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const rest = weigh(s, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return new Set(s).size > 1 && (rest < 2 ? rest : 11 - rest) === digitAt(s, 9);
}
/** Whether a written number has the form and passes the check. */
export const isValidIrNationalCode = validator(/^\d{10}$/, (s) => passes(s));

/** Iranian national codes (کد ملی): ten digits, weights 10 to 2, modulo 11. */
export const irNationalCode = identityNumber({
  id: 'ir-national-code',
  cues: 'code melli|کد ملی|کدملی|شماره ملی|national code|kode melli',
  written: '#{10}',
  valid: isValidIrNationalCode,
  examples: {
    positive: ['کد ملی: 9174611607'],
    negative: ['کد ملی: 6677377847'],
  },
});
