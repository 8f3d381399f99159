import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidNoOrgnr = validator(
  /^(?:NO)?\d{9}(?:MVA)?$/,
  (s) => weigh(s.replace(/[A-Z]/g, ''), [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && Number(s.replace(/[A-Z]/g, '')) > 0,
);

/** Norwegian organisation numbers (Brønnøysundregistrene): nine digits, weights 3, 2, 7, 6, 5, 4, 3, 2, modulo 11; with MVA as VAT number. */
export const noOrgnr = identityNumber({
  id: 'no-orgnr',
  type: 'NO_ORGANISASJONSNUMMER',
  cues:
    'orgnummer|foretaksnummer|organisasjonsnummer|org.nr|orgnr|org nr|organisasjonsnr|foretaksregisteret|MVA|' +
    'org. nr|Norwegian company number',
  written: '(?:NO)?d{3} d{3} d{3}(?: MVA)?',
  valid: isValidNoOrgnr,
  alone: ['999999999AAA'],
  examples: {
    positive: ['organisasjonsnummer: 008 730 423 MVA'],
    negative: ['organisasjonsnummer: 415 467 287 MVA'],
  },
});
