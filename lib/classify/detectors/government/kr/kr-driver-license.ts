import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidKrDriverLicense = validator(/^(?:1[1-9]|2[0-8])\d{10}$/);

/** Korean driving licence numbers (경찰청): region, year, six digits, check digits, issue. */
export const krDriverLicense = identityNumber({
  id: 'kr-driver-license',
  cues: "운전면허|면허번호|Korean driver's license|면허증 번호",
  written: 'd{2}-d{2}-d{6}-d{2}',
  valid: isValidKrDriverLicense,
  cued: 0.88,
  examples: {
    positive: ['운전면허: 15-56-318198-29'],
    negative: ['운전면허: 29-55-636204-82'],
  },
});
