import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidFrSiren = validator(/^\d{9}$/, (s) => passesLuhn(s));

/** French company numbers (SIREN, INSEE): nine digits with Luhn. */
export const frSiren = identityNumber({
  id: 'fr-siren',
  cues: 'SIREN|RCS|registre du commerce',
  written: '#{9}',
  valid: isValidFrSiren,
  examples: {
    positive: ['SIREN: 195856521'],
    negative: ['SIREN: 557072827'],
  },
});
