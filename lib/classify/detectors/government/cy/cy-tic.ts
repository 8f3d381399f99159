import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
function letter(s: string): string {
  const sum = Array.from(s.slice(0, 8)).reduce(
    (total, digit, index) => total + (index % 2 === 0 ? ODD[Number(digit)]! : Number(digit)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26));
}
/** Whether a written number has the form and passes the check. */
export const isValidCyTic = validator(/^(?:CY)?(?!12)\d{8}[A-Z]$/, (s) => letter(s.replace(/^CY/, '')) === s.at(-1));

/** Cypriot tax identification numbers (Φ.Π.Α., Tax Department): eight digits, check letter; digits in odd places are translated. */
export const cyTic = identityNumber({
  id: 'cy-tic',
  cues: 'Α.Φ.Τ.|TIC|ΑΦΤ|αριθμός φορολογικής ταυτότητας|tax identification code|ΦΠΑ|VAT|Cyprus tax number',
  written: '(?:CY )?#{8} a',
  valid: isValidCyTic,
  alone: ['AA99999999A'],
  examples: {
    positive: ['TIC: 84351849J'],
    negative: ['TIC: CY 99304707G'],
  },
});
