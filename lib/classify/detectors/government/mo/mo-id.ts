import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidMoId = validator(/^[157]\d{7}$/);

/** Macau resident identity card numbers (Direcção dos Serviços de Identificação): eight digits beginning with 1, 5 or 7, the last one apart, known by the label. */
export const moId = identityNumber({
  id: 'mo-id',
  cues: 'Macau ID|BIR|澳門居民身份證|BIRM|Macau identity card|澳门身份证',
  written: 'd/?d{6}/d',
  valid: isValidMoId,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['Macau ID: 7612549/8'],
    negative: ['Macau ID: 4713111/3'],
  },
});
