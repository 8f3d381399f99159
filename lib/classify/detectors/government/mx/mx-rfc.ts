import { isShortDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMxRfc = validator(/^(?:[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{2}[0-9A]|[A-ZÑ&]{4}\d{6})$/, (s) =>
  isShortDate(s.replace(/^[A-ZÑ&]+/, '')),
);

/** Mexican taxpayer codes (RFC, SAT): letters of the name, date, three characters of which the last is a check character; many in use do not pass it, so the form and date are what counts. */
export const mxRfc = identityNumber({
  id: 'mx-rfc',
  cues: 'constancia de situación fiscal|RFC|registro federal de contribuyentes|R.F.C.',
  written: '[A-ZÑ&]{3,4}[ -]?d{6}(?:[ -]?x{2}[0-9A])?',
  valid: isValidMxRfc,
  cued: 0.94,
  alone: ['AAAA999999AA9', 'AAAA999999A99', 'AAAA9999999A9'],
  examples: {
    positive: ['RFC: LIU& 140910'],
    negative: ['RFC: JVCU-891000BL5'],
  },
});
