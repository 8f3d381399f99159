import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** The check character as digit or as letter. */
function passesCheck(s: string): boolean {
  if (s.length === 8) return true;
  const rest = weigh(s, [3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return s[8] === '65432110987'[rest] || s[8] === 'KJIHGFEDCBA'[rest];
}
/** Whether a written number has the form and passes the check. */
export const isValidPeDni = validator(/^\d{8}[0-9A-K]?$/, (s) => passesCheck(s));

/** Peruvian identity document numbers (DNI, CUI; RENIEC): eight digits and a check character where given. */
export const peDni = identityNumber({
  id: 'pe-dni',
  cues: 'DNI|documento nacional de identidad|D.N.I.|RENIEC',
  written: 'd{8}(?:-[0-9A-K])?',
  valid: isValidPeDni,
  cued: 0.89,
  reach: 60,
  examples: {
    positive: ['DNI: 63083449', 'DNI N° 10117410-2'],
    negative: ['DNI N° 10117410-3'],
  },
});
