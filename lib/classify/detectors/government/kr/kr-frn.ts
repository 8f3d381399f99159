import { isShortDate } from '../calendar.ts';
import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';
import { checkRrn } from '../kr/kr-rrn.ts';

/** Whether a written number has the form and passes the check. */
export const isValidKrFrn = validator(
  /^\d{6}[5-8]\d{6}$/,
  (s) => isShortDate(s) && ((checkRrn(s) + 2) % 10 === digitAt(s, 12) || checkRrn(s) === digitAt(s, 12)),
);

/** Korean foreigner registration numbers (출입국관리법 시행규칙): as the resident's, with 5 to 8 for sex and century and two added to the check digit. */
export const krFrn = identityNumber({
  id: 'kr-frn',
  cues: '외국인등록번호|외국인 등록번호|외국인등록증|FRN|foreigner registration number|alien registration number|ARC number',
  written: '#{6}-[5-8]d{6}',
  valid: isValidKrFrn,
  alone: ['999999-9999999'],
  examples: {
    positive: ['외국인등록번호: 561004-6485729'],
    negative: ['외국인등록번호: 971011-5691887'],
  },
});
