import { identityNumber } from '../identity-number.ts';

/** Portuguese health service user numbers (SNS): nine digits, known by the label. */
export const ptSns = identityNumber({
  id: 'pt-sns',
  class: 'PHI',
  cues: 'utente|SNS',
  written: '#{9}',
  cued: 0.85,
  examples: {
    positive: ['utente: 047118208'],
    negative: ['utente desde 2010'],
  },
});
