import { identityNumber } from '../identity-number.ts';

/** Philippine unified multi-purpose identity numbers (CRN): four, seven and one digits, known by the label. */
export const phUmid = identityNumber({
  id: 'ph-umid',
  cues: 'UMID|CRN|common reference number',
  written: 'd{4}-d{7}-d',
  cued: 0.9,
  examples: {
    positive: ['UMID: 0564-1197062-9'],
    negative: ['UMID card 2021'],
  },
});
