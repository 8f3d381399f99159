import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function check(s: string, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += digitAt(s, i) * (length + 1 - i);
  return ((sum * 10) % 11) % 10;
}
/** Whether a written number has the form and passes the check. */
export const isValidBrCpf = validator(
  /^\d{11}$/,
  (s) => new Set(s).size > 1 && check(s, 9) === digitAt(s, 9) && check(s, 10) === digitAt(s, 10),
);

/** Brazilian individual taxpayer numbers (CPF, Receita Federal): nine digits, two check digits modulo 11. */
export const brCpf = identityNumber({
  id: 'br-cpf',
  cues: 'CPF|cadastro de pessoas físicas',
  written: '#{11}',
  valid: isValidBrCpf,
  alone: ['999.999.999-99', '999999999-99'],
  examples: {
    positive: ['C.P.F.: 44522905408', 'CPF: 10828555451', 'O cliente, CPF nº 44526905640, pediu a segunda via.'],
    negative: ['CPF: 85976340227'],
  },
});
