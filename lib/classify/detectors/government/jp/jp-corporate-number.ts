import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidJpCorporateNumber = validator(/^T?[1-9]\d{12}$/, (s) => {
  const digits = s.slice(-13);
  return 9 - (weigh(digits, [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], 1) % 9) === digitAt(digits, 0);
});

/** Japanese corporate numbers (法人番号, National Tax Agency): thirteen digits, the first a check digit modulo 9. */
export const jpCorporateNumber = identityNumber({
  id: 'jp-corporate-number',
  cues: 'インボイス|法人番号|corporate number|houjin bangou|適格請求書|登録番号',
  written: 'T?d-d{4}-d{4}-d{4}',
  valid: isValidJpCorporateNumber,
  examples: {
    positive: ['法人番号: 2-7283-9966-3448', '登録番号: T2728399663448'],
    negative: ['法人番号: 2-7026-9888-3377'],
  },
});
