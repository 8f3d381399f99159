import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMaIce = validator(/^\d{15}$/, (s) => modulo(s, 97) === 0);

/** Moroccan company identifiers (ICE): fifteen digits, ISO 7064 mod 97-10. */
export const maIce = identityNumber({
  id: 'ma-ice',
  cues: "ICE|identifiant commun de l'entreprise",
  written: '#{15}',
  valid: isValidMaIce,
  examples: {
    positive: ['ICE: 623808413800996'],
    negative: ['ICE: 634588304438977'],
  },
});
