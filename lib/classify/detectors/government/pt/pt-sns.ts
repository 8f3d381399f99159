import { identityNumber } from '../identity-number.ts';

/** Portuguese health service user numbers (SNS): nine digits, known by the label. */
export const ptSns = identityNumber({
  id: 'pt-sns',
  type: 'PT_SNS',
  class: 'PHI',
  region: 'PT',
  cues: 'número de utente|nº de utente|utente|SNS|cartão de utente',
  written: '#{9}',
  cued: 0.85,
  examples: {
    positive: ['número de utente: 047118208'],
    negative: ['utente desde 2010'],
  },
});
