import { identityNumber } from '../identity-number.ts';

/** Brazilian identity card numbers (RG): seven to nine digits and a check character where states give one, known by the label. */
export const brRg = identityNumber({
  id: 'br-rg',
  cues: 'RG|registro geral|carteira de identidade|cédula de identidade',
  written: 'd{1,2}.d{3}.d{3}-[0-9X]',
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['RG: 5.309.734-X'],
    negative: ['RG expedido em 2019'],
  },
});
