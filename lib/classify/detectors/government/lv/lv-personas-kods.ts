import { isDayFirstDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const check = (1101 - weigh(s, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11;
  return (s.startsWith('32') || (isDayFirstDate(s) && /[012]/.test(s[6]!))) && check % 10 === digitAt(s, 10);
}
/** Whether a written number has the form and passes the check. */
export const isValidLvPersonasKods = validator(/^\d{11}$/, (s) => passes(s));

/** Latvian personal codes (PMLP): date of birth, since 2017 32 and no date, check digit modulo 11. */
export const lvPersonasKods = identityNumber({
  id: 'lv-personas-kods',
  cues: 'pers.kods|p. k.|personas kods|personas koda|p.k.|pers. kods|Latvian personal code|personas kodu',
  written: '#{11}',
  valid: isValidLvPersonasKods,
  alone: ['999999-99999'],
  examples: {
    positive: ['personas kods: 16124105207'],
    negative: ['personas kods: 32677868164'],
  },
});
