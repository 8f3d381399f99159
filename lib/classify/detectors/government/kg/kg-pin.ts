import { isDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidKgPin = validator(
  /^[12]\d{13}$/,
  (s) =>
    isDate(Number(s.slice(5, 9)), Number(s.slice(3, 5)), Number(s.slice(1, 3))) && /^(?:18|19|20)/.test(s.slice(5)),
);

/** Kyrgyz personal numbers (ПИН, ИНН): sex, date of birth, five digits. */
export const kgPin = identityNumber({
  id: 'kg-pin',
  cues: 'ПИН|ИНН|жеке номер|Kyrgyz personal number|PIN КР',
  written: '[12][0-3]d[01]d(?:19|20)dd d{5}',
  valid: isValidKgPin,
  cued: 0.88,
  examples: {
    positive: ['ПИН: 114061992 51601'],
    negative: ['ПИН: 218012716 57287'],
  },
});
