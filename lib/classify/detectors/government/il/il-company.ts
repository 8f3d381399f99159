import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidIlCompany = validator(/^5\d{8}$/, (s) => passesLuhn(s));

/** Israeli company numbers (ח.פ., Registrar of Companies): nine digits beginning with 5, Luhn. */
export const ilCompany = identityNumber({
  id: 'il-company',
  type: 'IL_COMPANY_NUMBER',
  cues: 'ח.פ|ח"פ|מספר חברה|ע.מ|עוסק מורשה|Israeli company number',
  written: '#{9}',
  valid: isValidIlCompany,
  examples: {
    positive: ['ח.פ: 508449865'],
    negative: ['ח.פ: 598802244'],
  },
});
