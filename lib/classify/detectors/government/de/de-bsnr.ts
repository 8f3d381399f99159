import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidDeBsnr = validator(/^(?:0[1-3]|17|20|38|46|51|52|7[1-4]|78|8[38]|93|98)\d{7}$/);

/** German surgery numbers (KBV): nine digits beginning with the number of the physicians' association, known by the label. */
export const deBsnr = identityNumber({
  id: 'de-bsnr',
  class: 'PHI',
  cues: 'BSNR|Betriebsstättennummer|Betriebsstätten-Nr',
  written: '#{9}',
  valid: isValidDeBsnr,
  cued: 0.85,
  examples: {
    positive: ['BSNR: 525780483'],
    negative: ['BSNR: 078024740'],
  },
});
