import { isShortDate } from '../calendar.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidMyNric = validator(
  /^\d{12}$/,
  (s) => isShortDate(s) && /^(?:0[1-9]|1[0-6]|2[1-9]|[345]\d|6[0-8]|7[124-9]|8[2-9]|9[0-389])$/.test(s.slice(6, 8)),
);

/** Malaysian identity card numbers (MyKad, Jabatan Pendaftaran Negara): date of birth, place of birth, four digits. */
export const myNric = identityNumber({
  id: 'my-nric',
  cues: 'IC|I/C|KP|K/P|no. k/p|MyKad|NRIC|IC number|kad pengenalan|IC no|no. IC|no KP|Malaysian IC',
  written: 'd{6}-d{2}-d{4}',
  valid: isValidMyNric,
  cued: 0.95,
  alone: ['999999-99-9999'],
  examples: {
    positive: ['MyKad: 610519-53-2162'],
    negative: ['MyKad: 131206-17-3846'],
  },
});
