import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const first = weigh(s, [1, 2, 3, 4, 5, 6, 7]) % 11;
  return first < 10 ? first : (weigh(s, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10;
}
/** Whether a written number has the form and passes the check. */
export const isValidEeRegistrikood = validator(/^[1789]\d{7}$/, (s) => check(s) === digitAt(s, 7));

/** Estonian company register codes (Äriregister): eight digits, two rounds modulo 11. */
export const eeRegistrikood = identityNumber({
  id: 'ee-registrikood',
  cues: 'reg nr|registrikood|äriregistri kood|reg. kood|reg.kood|reg kood|Estonian company code|registrikoodiga',
  written: '#{8}',
  valid: isValidEeRegistrikood,
  examples: {
    positive: ['registrikood: 15627503'],
    negative: ['registrikood: 10880677'],
  },
});
