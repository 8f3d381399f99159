import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const UNUSED_PREFIX = /^(?:0[0789]|1[789]|2[89]|49|69|70|7[89]|89|9[67])/;
/** Whether a written number has the form and passes the check. */
export const isValidUsEin = validator(/^\d{9}$/, (s) => !UNUSED_PREFIX.test(s));

/** US employer identification numbers. Form and prefixes in use: IRS, "How EINs are assigned and valid EIN prefixes". */
export const usEin = identityNumber({
  id: 'us-ein',
  cues: 'fed id|fed tax id|federal id|federal employer|employer tax id|ein|fein|employer id|employer identification|federal tax id',
  written: 'dd-d{7}',
  valid: isValidUsEin,
  cued: 0.9,
  reach: 60,
  examples: {
    positive: ['ein: 39-2371440', 'Their federal tax ID is 40-2169180, please check.'],
    negative: ['ein: 89-2532460', 'EIN: 07-1234567'],
  },
});
