import { passesHybrid, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidHrOib = validator(/^(?:HR)?\d{11}$/, (s) => passesHybrid(s.replace('HR', '')));

/** Croatian personal identification numbers (OIB; Zakon o osobnom identifikacijskom broju): eleven digits, ISO 7064 mod 11,10. */
export const hrOib = identityNumber({
  id: 'hr-oib',
  cues: 'porezni broj|OIB|osobni identifikacijski broj|Croatian personal identification number|PDV',
  written: '(?:HR)?#{11}',
  valid: isValidHrOib,
  alone: ['AA99999999999'],
  examples: {
    positive: ['OIB: 42951720793'],
    negative: ['OIB: HR61277842017'],
  },
});
