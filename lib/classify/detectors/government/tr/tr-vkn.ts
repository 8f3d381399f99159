import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const sum = Array.from(s.slice(0, 9)).reduce((total, digit, index) => {
    const moved = (Number(digit) + 9 - index) % 10;
    const product = (moved * 2 ** (9 - index)) % 9;
    return total + (moved !== 0 && product === 0 ? 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
/** Whether a written number has the form and passes the check. */
export const isValidTrVkn = validator(/^\d{10}$/, (s) => check(s) === digitAt(s, 9));

/** Turkish tax numbers (vergi kimlik numarası, Gelir İdaresi Başkanlığı): ten digits, powers of two modulo 9. */
export const trVkn = identityNumber({
  id: 'tr-vkn',
  cues: 'vergi dairesi|V.N.|VKN|vergi kimlik|vergi no|vergi numarası|Turkish tax number',
  written: '#{10}',
  valid: isValidTrVkn,
  examples: {
    positive: ['VKN: 0108059121'],
    negative: ['VKN: 1019884617'],
  },
});
