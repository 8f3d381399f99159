import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const sum = Array.from(s.slice(1, 8)).reduce((total, char, index) => {
    const product = Number(char) * (2 - (index % 2));
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
function passesCif(s: string): boolean {
  // Sources differ on which legal forms have a letter, so either is taken.
  return Number(s[8]) === check(s) || 'JABCDEFGHI'[check(s)] === s[8];
}
/** Whether a written number has the form and passes the check. */
export const isValidEsCif = validator(/^(?:ES)?[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/, (s) =>
  passesCif(s.replace('ES', '')),
);

/** Spanish company tax numbers (CIF; Orden EHA/451/2008): a letter for the legal form, seven digits, check digit or letter. */
export const esCif = identityNumber({
  id: 'es-cif',
  cues: 'CIF|NIF|C.I.F.|número de identificación fiscal|código de identificación fiscal|IVA|VAT',
  written: '(?:ES)?[ABCDEFGHJNPQRSUVW]-d{2}.d{3}.d{2}[ -]?[0-9A-J]',
  valid: isValidEsCif,
  alone: ['AAA99999999'],
  examples: {
    positive: ['CIF: E-26.781.799', 'CIF de la empresa: ESH-11.063.19-5'],
    negative: ['CIF: ESV-29.447.797'],
  },
});
