import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidPtNif = validator(
  /^(?:PT)?[1-9]\d{8}$/,
  (s) => ((11 - (weigh(s.replace('PT', ''), [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digitAt(s, -1),
);

/** Portuguese tax numbers (NIF, NIPC; Autoridade Tributária): nine digits, check digit modulo 11. */
export const ptNif = identityNumber({
  id: 'pt-nif',
  cues: 'nº fiscal|NIF|contribuinte|número de identificação fiscal|NIPC|IVA',
  written: '(?:PT)?#{9}',
  valid: isValidPtNif,
  alone: ['AA999999999'],
  examples: {
    positive: ['NIF: 154191752'],
    negative: ['NIF: 175176137'],
  },
});
