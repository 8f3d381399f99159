import { passesLuhn } from '../../finance/luhn.ts';
import { isDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const digits = s.replace('+', '').slice(-10);
  const day = Number(digits.slice(4, 6));
  const year = s.length >= 12 && /^(?:18|19|20)/.test(s) ? Number(s.slice(0, 4)) : 2000 + Number(digits.slice(0, 2));
  return isDate(year, Number(digits.slice(2, 4)), day > 60 ? day - 60 : day) && passesLuhn(digits);
}
/** Whether a written number has the form and passes the check. */
export const isValidSePersonnummer = validator(/^(?:18|19|20)?\d{6}\+?\d{4}$/, (s) => passes(s));

/** Swedish personal identity numbers and coordination numbers (Skatteverket SKV 704): date of birth, day raised by 60 for coordination, Luhn; `+` from the age of a hundred. */
export const sePersonnummer = identityNumber({
  id: 'se-personnummer',
  cues: 'p.nr|pnr|persnr|personnumret|personnummer|personnr|person nr|samordningsnummer|pers.nr|personal identity number|födelsenummer',
  written: '(?:(?:18|19|20)d{6}|#{6})(?:[+]|-)d{4}',
  valid: isValidSePersonnummer,
  alone: ['999999-9999', '99999999-9999', '999999+9999'],
  examples: {
    positive: ['personnummer: 18551228-0156'],
    negative: ['personnummer: 19411208+1357'],
  },
});
