import { passesVerhoeff, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidInAbha = validator(/^91\d{12}$/, (s) => passesVerhoeff(s));

/** Indian health account numbers (ABHA, National Health Authority): fourteen digits beginning with 91, Verhoeff. */
export const inAbha = identityNumber({
  id: 'in-abha',
  class: 'PHI',
  cues: 'ABHA|health id|Ayushman Bharat',
  written: '91-d{4}-d{4}-d{4}',
  valid: isValidInAbha,
  alone: ['99-9999-9999-9999'],
  examples: {
    positive: ['ABHA: 91-1026-6947-4619'],
    negative: ['ABHA: 91-7536-0807-7757'],
  },
});
