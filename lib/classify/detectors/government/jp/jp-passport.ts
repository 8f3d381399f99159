import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidJpPassport = validator(/^[A-Z]{2}\d{7}$/);

/** Japanese passport numbers (Ministry of Foreign Affairs): two letters and seven digits, known by the label. */
export const jpPassport = identityNumber({
  id: 'jp-passport',
  cues: 'パスポート|旅券|Japanese passport',
  written: '[A-Z]{2}d{7}',
  valid: isValidJpPassport,
  cued: 0.8,
  reach: 40,
  examples: {
    positive: ['パスポート: CP5629603'],
    negative: ['パスポートは2020年に更新'],
  },
});
