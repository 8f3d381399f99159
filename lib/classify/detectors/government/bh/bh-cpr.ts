import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and holds a month. */
export const isValidBhCpr = validator(/^\d{9}$/, (s) => Number(s.slice(2, 4)) >= 1 && Number(s.slice(2, 4)) <= 12);

/** Bahraini personal numbers (CPR, Information & eGovernment Authority): year and month of birth, serial and check digit; how that is reckoned is not published, so the month is what is checked. */
export const bhCpr = identityNumber({
  id: 'bh-cpr',
  cues: 'Bahrain ID|Bahraini CPR|Bahrain CPR|الرقم الشخصي|CPR Bahrain',
  written: '#{9}',
  valid: isValidBhCpr,
  cued: 0.9,
  examples: {
    positive: ['Bahrain ID: 800578640'],
    negative: ['Bahrain ID: 050002442'],
  },
});
