import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function checkDigit(s: string): number {
  const sum = Array.from(s.slice(0, 7)).reduce((total, char, index) => {
    const product = Number(char) * (1 + (index % 2));
    return total + (product > 9 ? product - 9 : product);
  }, 4);
  return (10 - (sum % 10)) % 10;
}
/** Whether a written number has the form and passes the check. */
export const isValidAtVat = validator(/^(?:AT)?U\d{8}$/, (s) => checkDigit(s.replace(/^\D+/, '')) === digitAt(s, -1));

/** Austrian value added tax numbers (UID, Bundesministerium für Finanzen): `ATU`, eight digits, check digit. */
export const atVat = identityNumber({
  id: 'at-vat',
  cues: 'UID|USt-IdNr|Umsatzsteuer-ID|Umsatzsteuer-Identifikationsnummer|VAT|ATU-Nummer',
  written: '(?:AT)?U #{8}',
  valid: isValidAtVat,
  alone: ['AAA99999999'],
  examples: {
    positive: ['UID: U 90000999'],
    negative: ['UID: U 52122097'],
  },
});
