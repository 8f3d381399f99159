import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Every second digit doubled, its digits added, from the first one. */
function passesDoubled(s: string): number {
  return Array.from(s.slice(0, 8)).reduce((sum, char, index) => {
    const product = Number(char) * (1 + (index % 2));
    return sum + (product > 9 ? product - 9 : product);
  }, 0);
}
/** Whether a written number has the form and passes the check. */
export const isValidAtTaxNumber = validator(/^\d{9}$/, (s) => (10 - (passesDoubled(s) % 10)) % 10 === digitAt(s, 8));

/** Austrian tax numbers (Bundesministerium für Finanzen): office, seven digits, check digit. */
export const atTaxNumber = identityNumber({
  id: 'at-tax-number',
  cues: 'Steuernummer|St.Nr|Steuernr|Abgabenkontonummer|Finanzamt|Austrian tax number|StNr',
  written: 'dd[- ]?d{3}/d{4}',
  valid: isValidAtTaxNumber,
  examples: {
    positive: ['Steuernummer: 15776/3871'],
    negative: ['Steuernummer: 34-605/4037'],
  },
});
