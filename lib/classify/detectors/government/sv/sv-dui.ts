import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidSvDui = validator(
  /^\d{9}$/,
  (s) => (10 - (weigh(s, [9, 8, 7, 6, 5, 4, 3, 2]) % 10)) % 10 === digitAt(s, 8) && Number(s) > 0,
);

/** Salvadoran identity document numbers (DUI, RNPN): eight digits, weights 9 to 2, modulo 10. */
export const svDui = identityNumber({
  id: 'sv-dui',
  cues: 'DUI|documento único de identidad|D.U.I.',
  written: '#{9}',
  valid: isValidSvDui,
  examples: {
    positive: ['DUI: 761157663'],
    negative: ['DUI: 337750277'],
  },
});
