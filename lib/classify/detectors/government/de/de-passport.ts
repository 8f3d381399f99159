import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDePassport = validator(
  /^[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}(?:\dD?)?$/,
  (s) => /\d/.test(s) && (s.length === 9 || weigh(s, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === Number(s[9])),
);

/** German passport numbers (PassV annex): begin with C, F, G, H, J or K, no vowels, check digit with weights 7, 3, 1 where written. */
export const dePassport = identityNumber({
  id: 'de-passport',
  cues: 'Reisepass|Reisepassnummer|Passnummer|Pass-Nr',
  vague: 'passport|passport number|passport no',
  written: '[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{7,8}[0-9](?:D)?',
  valid: isValidDePassport,
  cued: 0.88,
  examples: {
    positive: ['Reisepass: JXX36GM58', 'Reisepass Nr. C01X00T478'],
    negative: ['Reisepass: K0KPMXLQ2', 'Reisepass Nr. C01X00T471'],
  },
});
