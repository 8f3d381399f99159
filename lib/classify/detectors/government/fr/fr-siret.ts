import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesSiret(s: string): boolean {
  if (passesLuhn(s)) return true;
  return s.startsWith('356000000') && Array.from(s).reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}
/** Whether a written number has the form and passes the check. */
export const isValidFrSiret = validator(/^\d{14}$/, (s) => passesLuhn(s.slice(0, 9)) && passesSiret(s));

/** French establishment numbers (SIRET, INSEE): fourteen digits with Luhn; La Poste's are divisible by five in sum. */
export const frSiret = identityNumber({
  id: 'fr-siret',
  cues: 'SIRET',
  written: '#{14}',
  valid: isValidFrSiret,
  alone: ['999 999 999 99999'],
  examples: {
    positive: ['SIRET: 59202679382582'],
    negative: ['SIRET: 72159457034877'],
  },
});
