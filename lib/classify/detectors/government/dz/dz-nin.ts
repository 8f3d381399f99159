import { identityNumber } from '../identity-number.ts';

/** Algerian national identification numbers (NIN) and tax numbers (NIF): fifteen to twenty digits, known by the label. */
export const dzNin = identityNumber({
  id: 'dz-nin',
  cues: "NIN|numéro d'identification national|NIF|رقم التعريف الوطني|numéro d'identité nationale",
  written: '(?:d{18}|d{15}|d{20})',
  cued: 0.85,
  examples: {
    positive: ['NIN: 433136216302973696'],
    negative: ['NIN inconnu'],
  },
});
