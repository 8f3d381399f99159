import { identityNumber } from '../identity-number.ts';
import { isValidRsJmbg } from '../rs/rs-jmbg.ts';

/** Slovenian master citizen numbers (EMŠO; Zakon o centralnem registru prebivalstva), as the Yugoslav numbers they continue. */
export const siEmso = identityNumber({
  id: 'si-emso',
  cues: 'matična št|EMŠO|enotna matična številka',
  written: '#{13}',
  valid: isValidRsJmbg,
  examples: {
    positive: ['EMŠO: 2309700649669'],
    negative: ['EMŠO: 2008467317427'],
  },
});
