import { identityNumber } from '../identity-number.ts';

/** Czech identity card numbers (Ministerstvo vnitra): nine digits, known by the label. */
export const czOp = identityNumber({
  id: 'cz-op',
  type: 'CZ_IDENTITY_CARD',
  cues: 'občanský průkaz|číslo občanského průkazu|číslo OP|OP č.|č. OP',
  written: 'd{9}',
  cued: 0.8,
  examples: {
    positive: ['občanský průkaz: 558883585', 'číslo OP 123456789'],
    negative: ['občanský průkaz vydán 2015'],
  },
});
