import { passesLuhn } from '../../finance/luhn.ts';
import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passes(s: string): boolean {
  const body = s.slice(0, 10);
  if (s[2]! < '6' && passesLuhn(body)) return true;
  if (s[2] === '6' && weigh(s, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0) return true;
  return s[2] === '9' && weigh(s, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}
/** Whether a written number has the form and passes the check. */
export const isValidEcRuc = validator(/^(?:0[1-9]|1\d|2[0-4]|30|50)[0-69]\d{7}(?!000)\d{3}$/, (s) => passes(s));

/** Ecuadorian taxpayer numbers (RUC, SRI): a person's card number, or a public or private entity's number modulo 11, and the establishment. */
export const ecRuc = identityNumber({
  id: 'ec-ruc',
  cues: 'RUC|registro único de contribuyentes|R.U.C.',
  written: 'd{10} d{3}',
  valid: isValidEcRuc,
  examples: {
    positive: ['RUC: 0251733812 889'],
    negative: ['RUC: 1112746797 581'],
  },
});
