import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidAzFin = validator(/^[0-9A-HJ-NP-Z]{7}$/, (s) => /\d/.test(s));

/** Azerbaijani personal identification codes (FİN): seven characters, known by the label. */
export const azFin = identityNumber({
  id: 'az-fin',
  cues: 'FİN|şəxsiyyət vəsiqəsi',
  written: 'x{7}',
  valid: isValidAzFin,
  cued: 0.85,
  reach: 50,
  examples: {
    positive: ['FİN: DYV8KF6'],
    negative: ['FİN kod yoxdur'],
  },
});
