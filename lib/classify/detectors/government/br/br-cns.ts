import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidBrCns = validator(
  /^[1-2789]\d{14}$/,
  (s) => weigh(s, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
);

/** Brazilian national health card numbers (CNS, Ministério da Saúde): fifteen digits, weights 15 to 1, modulo 11. */
export const brCns = identityNumber({
  id: 'br-cns',
  class: 'PHI',
  cues: 'CNS|cartão nacional de saúde|SUS',
  written: '#{15}',
  valid: isValidBrCns,
  examples: {
    positive: ['CNS: 910964688798225'],
    negative: ['CNS: 752979999261864'],
  },
});
