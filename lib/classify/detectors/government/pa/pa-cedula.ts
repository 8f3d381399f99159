import { identityNumber } from '../identity-number.ts';

/** Panamanian identity card numbers (Tribunal Electoral): province or letters, volume, entry. */
export const paCedula = identityNumber({
  id: 'pa-cedula',
  cues: 'céd|C.I.P.|cédula',
  written: '(?:PE|E|N|d{1,2}(?:AV|PI)?)[-]d{1,4}[-]d{2,6}',
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['cédula: N-069-692', 'cédula 8-123-4567'],
    negative: ['cédula jurídica: 3-033-495531', 'cédula de 2012'],
  },
});
