import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';
import { isValidCzIco } from './cz-ico.ts';
import { isValidCzRodneCislo } from './cz-rodne-cislo.ts';

/** Nine digits beginning with six are given to persons without a birth number. */
function passesSpecial(s: string): boolean {
  const rest = weigh(s, [8, 7, 6, 5, 4, 3, 2], 1) % 11;
  return s.length === 9 && s.startsWith('6') && (8 - ((21 - rest) % 11) + 10) % 10 === digitAt(s, 8);
}
function passes(s: string): boolean {
  return isValidCzIco(s) || isValidCzRodneCislo(s) || passesSpecial(s);
}
/** Whether a written number has the form and passes the check. */
export const isValidCzDic = validator(/^(?:CZ)?\d{8,10}$/, (s) => passes(s.replace('CZ', '')));

/** Czech tax identification numbers (DIČ, Finanční správa): CZ and the company number or the birth number. */
export const czDic = identityNumber({
  id: 'cz-dic',
  cues: 'DIČ|daňové identifikační číslo|VAT',
  written: '(?:CZ )?d{8,10}',
  valid: isValidCzDic,
  alone: ['AA99999999', 'AA9999999999'],
  examples: {
    positive: ['DIČ: 43834434'],
    negative: ['DIČ: 82123677'],
  },
});
