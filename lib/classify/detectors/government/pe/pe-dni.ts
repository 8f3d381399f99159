import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';
import { NO_LETTER } from '../number-pattern.ts';

function passesCheck(s: string): boolean {
  if (s.length === 8) return true;
  const rest = weigh(s, [3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return s[8] === '65432110987'[rest];
}
/** Whether a written number has the form and passes the check. */
export const isValidPeDni = validator(/^\d{8,9}$/, (s) => passesCheck(s));

/** Peruvian identity document numbers (DNI, CUI; RENIEC): eight digits and a check digit where given (a letter in its place is how Spain writes its own). */
export const peDni = identityNumber({
  id: 'pe-dni',
  cues: 'DNI|documento nacional de identidad|D.N.I.|RENIEC',
  written: `d{8}(?:-d)?${NO_LETTER}`,
  valid: isValidPeDni,
  cued: 0.89,
  reach: 60,
  examples: {
    positive: ['DNI: 63083449', 'DNI N° 10117410-2'],
    negative: ['DNI N° 10117410-3'],
  },
});
