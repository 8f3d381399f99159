import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidItDriverLicense = validator(/^(?:U1[A-Z0-9]{7}[A-Z]|[A-Z]{2}\d{7}[A-Z])$/);

/** Italian driving licence numbers (Ministero delle Infrastrutture): ten characters in two forms, known by the label. */
export const itDriverLicense = identityNumber({
  id: 'it-driver-license',
  cues: 'patente|Italian driving licence|driver license|licenza di guida',
  written: '(?:U1x{7}[A-Z]|[A-Z]{2}[ ]?d{7}[ ]?[A-Z])',
  valid: isValidItDriverLicense,
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ['patente: U1IE7K06MC', 'patente di guida AB1234567C'],
    negative: ['patente di guida scaduta nel 2021'],
  },
});
