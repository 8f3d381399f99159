import { digitAt, modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidRuOgrn = validator(
  /^(?:[15]\d{12}|3\d{14})$/,
  (s) => modulo(s.slice(0, -1), s.length - 2) % 10 === digitAt(s, -1),
);

/** Russian state registration numbers of companies and sole traders (ОГРН, ОГРНИП): thirteen or fifteen digits, remainder modulo 11 or 13. */
export const ruOgrn = identityNumber({
  id: 'ru-ogrn',
  cues: 'ОГРН|ОГРНИП|OGRN|основной государственный регистрационный номер',
  written: '(?:#{15}|#{13})',
  valid: isValidRuOgrn,
  examples: {
    positive: ['ОГРН: 5727608558155'],
    negative: ['ОГРН: 317349569892657'],
  },
});
