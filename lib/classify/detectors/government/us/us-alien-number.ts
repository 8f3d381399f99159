import { identityNumber } from '../identity-number.ts';

/** US alien registration numbers (USCIS glossary, "Alien Registration Number"): `A` and seven to nine digits. */
export const usAlienNumber = identityNumber({
  id: 'us-alien-number',
  cues: 'alien number|a number|uscis number|uscis#|green card number|alien registration',
  written: 'A[ -]?#{7,9}',
  reach: 50,
  examples: {
    positive: ['alien number: A6660888', 'her A-Number A6044520'],
    negative: ['an alien number of visitors'],
  },
});
