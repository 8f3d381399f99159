import { isDayFirstDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidByPersonalNumber = validator(
  /^[1-6]\d{6}[ABCHKEM]\d{3}(?:PB|BA|BI)\d$/,
  (s) => isDayFirstDate(s.slice(1)) && weigh(s, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7]) % 10 === digitAt(s, 13),
);

/** Belarusian personal numbers (МВД, decree 1294): sex and century, date of birth, region, serial, two letters, check digit with weights 7, 3, 1. */
export const byPersonalNumber = identityNumber({
  id: 'by-personal-number',
  cues:
    'личный номер|идентификационный номер|асабісты нумар|Belarusian personal number|' + 'персональный номер|паспорт',
  written: '#{7}[ABCHKEM]d{3}(?:PB|BA|BI)d',
  valid: isValidByPersonalNumber,
  alone: ['9999999A999AA9'],
  examples: {
    positive: ['личный номер: 2210938H096PB1'],
    negative: ['личный номер: 6040113E182BI7'],
  },
});
