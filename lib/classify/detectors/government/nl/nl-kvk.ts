import { identityNumber } from '../identity-number.ts';

/** Dutch chamber of commerce numbers (Kamer van Koophandel): eight digits, known by the label. */
export const nlKvk = identityNumber({
  id: 'nl-kvk',
  cues: 'KvKnummer|chamber of commerce|KvK|kamer van koophandel',
  written: 'dd dd dd dd',
  cued: 0.85,
  examples: {
    positive: ['KvK: 55766262'],
    negative: ['KvK sinds 2010'],
  },
});
