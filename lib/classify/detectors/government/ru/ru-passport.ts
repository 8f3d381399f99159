import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Between series and number. */
const SIGN = /,? ?(?:№|No|номер)/i;
const isPassport = validator(/^\d{10}$/, (s) => /^(?:0[1-9]|[1-9]\d)(?:9[7-9]|[0-3]\d)/.test(s));
/** Whether a written number has the form and passes the check. */
export const isValidRuPassport = (text: string) => isPassport(text.replace(SIGN, ''));

/** Russian internal passport series and numbers (МВД): four and six digits, known by the label. */
export const ruPassport = identityNumber({
  id: 'ru-passport',
  cues: 'паспорт|серия|паспорта|Russian passport|паспортные данные',
  written: 'dd dd(?:[,]?[ ]?(?:№|No|номер))?[ ]?d{6}',
  valid: isValidRuPassport,
  cued: 0.85,
  reach: 60,
  examples: {
    positive: [
      'паспорт: 44 01 706502',
      'паспорт 45 08 123456',
      'паспорт РФ: 4512 № 730025',
      'паспорт серия 45 12 номер 730025',
    ],
    negative: ['паспорт: 45 75280614', 'паспорт выдан в 2008'],
  },
});
