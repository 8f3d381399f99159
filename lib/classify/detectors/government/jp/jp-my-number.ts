import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string): number {
  const rest = weigh(s, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return rest <= 1 ? 0 : 11 - rest;
}
/** Whether a written number has the form and passes the check. */
export const isValidJpMyNumber = validator(/^\d{12}$/, (s) => check(s) === digitAt(s, 11));

/** Japanese individual numbers (マイナンバー; Number Use Act): twelve digits, weights by place modulo 11. */
export const jpMyNumber = identityNumber({
  id: 'jp-my-number',
  cues: 'マイナンバー|個人番号|My Number|individual number',
  written: '#{12}',
  valid: isValidJpMyNumber,
  examples: {
    positive: ['マイナンバー: 764642726315'],
    negative: ['マイナンバー: 450424614107'],
  },
});
