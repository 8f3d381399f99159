import { identityNumber } from '../identity-number.ts';

/** Icelandic value added tax numbers (VSK-númer, Skatturinn): five or six digits, known by the label. */
export const isVsk = identityNumber({
  id: 'is-vsk',
  cues: 'VSK|virðisaukaskattsnúmer',
  written: '(?:IS )?d{5,6}',
  cued: 0.8,
  examples: {
    positive: ['VSK: 85366'],
    negative: ['VSK innifalinn'],
  },
});
