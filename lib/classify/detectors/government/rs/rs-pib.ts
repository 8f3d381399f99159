import { passesHybrid, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidRsPib = validator(/^[1-9]\d{8}$/, (s) => passesHybrid(s));

/** Serbian tax numbers (PIB, Poreska uprava): nine digits, ISO 7064 mod 11,10. */
export const rsPib = identityNumber({
  id: 'rs-pib',
  cues: 'poreski broj|PIB|ПИБ|poreski identifikacioni broj|Serbian tax number|порески идентификациони број',
  written: '#{9}',
  valid: isValidRsPib,
  examples: {
    positive: ['PIB: 894772520'],
    negative: ['PIB: 122972487'],
  },
});
