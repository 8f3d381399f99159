import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAtCompanyNumber = validator(
  /^(?:FN)?\d{1,6}[A-Z]$/,
  (s) =>
    'ABDFGHIKMPSTVWXYZ'[weigh(s.replace('FN', '').slice(0, -1).padStart(6, '0'), [6, 4, 14, 15, 10, 1]) % 17] ===
    s.at(-1),
);

/** Austrian company register numbers (Firmenbuch): up to six digits and a check letter. */
export const atCompanyNumber = identityNumber({
  id: 'at-company-number',
  cues: 'Firmenbuchnummer|Firmenbuch|FN',
  written: '(?:FN )?d{4,6}[ ]?[a-z]',
  valid: isValidAtCompanyNumber,
  cued: 0.85,
  examples: {
    positive: ['Firmenbuchnummer: 93918S'],
    negative: ['Firmenbuchnummer: 017377A'],
  },
});
