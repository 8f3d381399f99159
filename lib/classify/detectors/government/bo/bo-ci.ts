import { identityNumber } from '../identity-number.ts';

/** Bolivian identity card numbers (SEGIP): five to eight digits and the department, known by the label. */
export const boCi = identityNumber({
  id: 'bo-ci',
  cues: 'carnet de identidad|cédula de identidad|C.I.|Bolivian CI',
  written: 'd{5,8}[ -]?(?:LP|CB|SC|OR|PT|CH|TJ|BE|BN|PA|PD)',
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['carnet de identidad: 2552802-CH', 'carnet de identidad 4567890 LP'],
    negative: ['carnet de identidad 2020'],
  },
});
