import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAeEmiratesId = validator(/^784(?:19|20)\d{10}$/, (s) => passesLuhn(s));

/** Emirates identity numbers (ICP): 784, year of birth, seven digits, Luhn. */
export const aeEmiratesId = identityNumber({
  id: 'ae-emirates-id',
  cues: 'EIDA|Emirates ID|Emirates identity|EID|الهوية الإماراتية|رقم الهوية|بطاقة الهوية|UAE ID',
  written: '784-(?:19|20)dd-#{7}-d',
  valid: isValidAeEmiratesId,
  alone: ['999-9999-9999999-9', '999999999999999'],
  examples: {
    positive: ['Emirates ID: 784-2005-9431736-2'],
    negative: ['Emirates ID: 784-2079-0225239-4'],
  },
});
