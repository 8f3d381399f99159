import { identityNumber } from '../identity-number.ts';

/** Cypriot identity card numbers: up to ten digits, known by the label. */
export const cyIdentityCard = identityNumber({
  id: 'cy-identity-card',
  cues: 'Cyprus ID|Cypriot identity card|δελτίο ταυτότητας|ARC number|αριθμός δελτίου',
  written: 'd{6,10}',
  cued: 0.75,
  examples: {
    positive: ['Cyprus ID: 2506176152', 'Cyprus ID 1234567'],
    negative: ['Cyprus ID cards since 2015'],
  },
});
