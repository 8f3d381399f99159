import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidNlPassport = validator(
  /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/,
  (s) => /\d/.test(s.slice(0, 8)) || /[A-Z]{8}\d/.test(s),
);

/** Dutch passport and identity card numbers (RvIG): two letters, six letters or digits, one digit; never the letter O. */
export const nlPassport = identityNumber({
  id: 'nl-passport',
  type: 'NL_DOCUMENT',
  cues: 'paspoortnummer|identiteitskaart|documentnummer|ID-kaart|identiteitsbewijs|Dutch passport|' + 'paspoort nummer',
  vague: 'paspoort',
  written: '[A-NP-Z]{2}[A-NP-Z0-9]{6}d',
  valid: isValidNlPassport,
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['paspoortnummer: LGKZ363T1', 'paspoortnummer SPECI2014'],
    negative: ['paspoort verlopen in 2014'],
  },
});
