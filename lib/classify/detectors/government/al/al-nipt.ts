import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidAlNipt = validator(/^(?:AL)?[A-M]\d{8}[A-Z]$/);

/** Albanian tax and personal identification numbers (NIPT, NID): a letter for the decade, eight digits, a letter. */
export const alNipt = identityNumber({
  id: 'al-nipt',
  cues: 'Albanian tax id|NIPT|NUIS|NID|numri personal|numri i identitetit|Albanian tax number|numër personal',
  written: '(?:AL)?[A-M]d{8}a',
  valid: isValidAlNipt,
  cued: 0.85,
  examples: {
    positive: ['NIPT: ALG23624414Y'],
    negative: ['NIPT: Q10547292J'],
  },
});
