import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidQaQid = validator(/^[23]\d{10}$/, (s) => Number(s.slice(3, 6)) > 0 && Number(s.slice(3, 6)) < 900);

/** Qatari identity numbers (Ministry of Interior): century, year of birth, country code, serial. */
export const qaQid = identityNumber({
  id: 'qa-qid',
  cues: 'QID|Qatar ID|Qatari ID|رقم البطاقة الشخصية|Qatar identity number',
  written: '#{11}',
  valid: isValidQaQid,
  cued: 0.88,
  examples: {
    positive: ['QID: 38005327150'],
    negative: ['QID: 26792563128'],
  },
});
