import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesSums(s: string): boolean {
  const sum = [1, 2, 1, 2, 1, 2, 4, 1].reduce((total, weight, index) => {
    const product = weight * Number(s[index]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 5 === 0 || (s[6] === '7' && (sum + 1) % 5 === 0);
}
/** Whether a written number has the form and passes the check. */
export const isValidTwUbn = validator(/^\d{8}$/, (s) => passesSums(s));

/** Taiwanese company numbers (統一編號, Ministry of Finance): eight digits, digit sums with weights 1, 2, 1, 2, 1, 2, 4, 1, divisible by five since 2023; a seven in the seventh place may count as one less. */
export const twUbn = identityNumber({
  id: 'tw-ubn',
  cues: '統一編號|統編|UBN|unified business number|GUI number',
  written: '#{8}',
  valid: isValidTwUbn,
  examples: {
    positive: ['統一編號: 47571595'],
    negative: ['統一編號: 36099357'],
  },
});
