import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidPhPassport = validator(/^[A-Z](?:\d{7}[A-Z]|\d{8})$|^[A-Z]{2}\d{7}$/);

/** Philippine passport numbers (Department of Foreign Affairs): a letter, seven digits, a letter, known by the label. */
export const phPassport = identityNumber({
  id: 'ph-passport',
  cues: 'Philippine passport',
  vague: 'passport|passport number|pasaporte',
  written: '[A-Z]d{7}[A-Z]',
  valid: isValidPhPassport,
  cued: 0.86,
  reach: 50,
  examples: {
    positive: ['Philippine passport: O7301546O'],
    negative: ['Philippine passport until 2027'],
  },
});
