import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesMod11(s: string): boolean {
  const digits = s.replace(/[A-Z]/g, '');
  return (11 - (weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === digitAt(digits, 8);
}
/** Whether a written number has the form and passes the check. */
export const isValidChUid = validator(/^(?:CHE)?\d{9}(?:MWST|TVA|IVA|TPV)?$/, (s) => passesMod11(s));

/** Swiss company identification numbers (UID, Federal Statistical Office): CHE, nine digits, check digit modulo 11; as VAT number with MWST, TVA or IVA. */
export const chUid = identityNumber({
  id: 'ch-uid',
  cues: 'Unternehmens-Identifikationsnummer|Unternehmensidentifikationsnummer|numéro IDE|numero IDI|MWST|numéro TVA|VAT',
  // Any program has a `uid`.
  shared: 'UID|IDE|IDI|TVA|IVA',
  written: '(?:CHE)?-d{3}.d{3}.d{3}(?: (?:MWST|TVA|IVA))?',
  valid: isValidChUid,
  alone: ['AAA-999.999.999', 'AAA999999999'],
  examples: {
    positive: ['Swiss UID: 751.495.325', 'MWST-Nr. 751.495.325', 'UID CHE-751.495.325'],
    negative: ['Swiss UID: 330.503.677', 'uid: "751495325"'],
  },
});
