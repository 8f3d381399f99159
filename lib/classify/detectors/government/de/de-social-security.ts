import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
function passesSums(s: string): boolean {
  const digits = `${s.slice(0, 8)}${String(s.charCodeAt(8) - 64).padStart(2, '0')}${s.slice(9, 11)}`;
  const sum = WEIGHTS.reduce((total, weight, index) => {
    const product = weight * Number(digits[index]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(s[11]);
}
/** Days above 31 tell apart people with the same number. */
function holdsDate(s: string): boolean {
  const day = Number(s.slice(2, 4)) % 32;
  return Number(s.slice(2, 4)) > 0 && Number(s.slice(4, 6)) <= 12 && day <= 31;
}
/** Whether a written number has the form and passes the check. */
export const isValidDeSocialSecurity = validator(/^\d{8}[A-Z]\d{3}$/, (s) => holdsDate(s) && passesSums(s));

/** German pension insurance numbers (section 147 SGB VI, VKVV): office, date of birth, letter of the name, serial, check digit by digit sums. */
export const deSocialSecurity = identityNumber({
  id: 'de-social-security',
  cues:
    'Sozialversicherungsnummer|Rentenversicherungsnummer|SV-Nummer|Versicherungsnummer|RVNR|RV-Nummer|' +
    'Rentenvers.-Nr|SV-Ausweis|Vers.Nr|SV-Nr|RV-Nr|Vers.-Nr|Sozialvers.-Nr|VSNR|SVNR|Sozialversicherung|German social security number',
  written: 'd{2} #{6} a d{3}',
  valid: isValidDeSocialSecurity,
  alone: ['99999999A999'],
  examples: {
    positive: ['Sozialversicherungsnummer: 57 910476 M 477'],
    negative: ['Sozialversicherungsnummer: 80 270784 B 837'],
  },
});
