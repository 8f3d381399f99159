import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidChAhv = validator(
  /^756\d{10}$/,
  (s) => weigh(s, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
);

/** Swiss social security numbers (AHVN13, Central Compensation Office): 756, nine digits, EAN-13 check digit. */
export const chAhv = identityNumber({
  id: 'ch-ahv',
  cues: 'NAVS13|AHV|AHVN13|Sozialversicherungsnummer|AVS|NAVS|OASI|Versichertennummer',
  written: '756.d{4}.d{4}.dd',
  valid: isValidChAhv,
  alone: ['999.9999.9999.99', '999 9999 9999 99'],
  examples: {
    positive: ['AHV: 756.8836.7485.32', "The new hire's number is 756.9217.0769.85 as on the card."],
    negative: ['AHV: 756.5518.4358.97'],
  },
});
