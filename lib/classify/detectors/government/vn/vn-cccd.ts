import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidVnCccd = validator(/^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/);

/** Vietnamese citizen identity numbers (CCCD; Nghị định 137/2015/NĐ-CP): province, century and sex, year, six digits. */
export const vnCccd = identityNumber({
  id: 'vn-cccd',
  cues: 'CCCD|CMND|chứng minh nhân dân|Vietnamese ID|căn cước|số định danh',
  written: '#{12}',
  valid: isValidVnCccd,
  cued: 0.93,
  examples: {
    positive: ['CCCD: 032045167019'],
    negative: ['CCCD: 009722846931'],
  },
});
