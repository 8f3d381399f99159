import { isDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Values of characters in odd places, in the order 0-9, A-Z; letters and digits of the same place are alike. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const OMOCODIA = 'LMNPQRSTUV';
function order(char: string): number {
  return char >= 'A' ? char.charCodeAt(0) - 65 : Number(char);
}
function passesLetter(s: string): boolean {
  const sum = Array.from(s.slice(0, 15)).reduce(
    (total, char, index) => total + (index % 2 === 0 ? ODD[order(char)]! : order(char)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === s[15];
}
function holdsDate(s: string): boolean {
  const digits = s.replace(/[LMNPQRSTUV]/g, (letter) => String(OMOCODIA.indexOf(letter)));
  const month = 'ABCDEHLMPRST'.indexOf(s[8]!) + 1;
  return isDate(2000 + Number(digits.slice(6, 8)), month, Number(digits.slice(9, 11)) % 40);
}
/** Whether a written number has the form and passes the check. */
export const isValidItFiscalCode = validator(
  /^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/,
  (s) => holdsDate(s) && passesLetter(s),
);

/** Italian tax codes (codice fiscale; Decreto ministeriale 23 December 1976): name, date, place, check letter. Digits may be replaced by letters against doubles. */
export const itFiscalCode = identityNumber({
  id: 'it-fiscal-code',
  cues: 'codice fisc|cod.fisc|codice fiscale|C.F.|CF|cod. fisc|cod. fiscale|cod fiscale|Italian tax code|fiscal code|tessera sanitaria',
  written: 'a{3} a{3} [0-9LMNP-V]{2}[A-EHLMPR-T] ?[0-9LMNP-V]{2} [A-Z][0-9LMNP-V]{3} [A-Z]',
  valid: isValidItFiscalCode,
  alone: ['AAAAAA99A99A999A', 'aaaaaa99a99a999a'],
  examples: {
    positive: ['codice fiscale: ZGX VJD 77R R7 Z878 B'],
    negative: ['codice fiscale: IKK VRD TUE R1 E7NN E'],
  },
});
