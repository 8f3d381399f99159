import { validator } from '../check-digits.ts';
import { passesBaltic } from '../ee/ee-isikukood.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidLtAsmensKodas = validator(/^[3-6]\d{10}$/, (s) => passesBaltic(s));

/** Lithuanian personal codes (Registrų centras): sex and century, date of birth, serial, two rounds modulo 11. */
export const ltAsmensKodas = identityNumber({
  id: 'lt-asmens-kodas',
  cues: 'asm. k.|asmens kodu|a/k|a. k.|asm. kodas|asmens kodas|asmens kodą|asmens kodo|a.k.|personal code',
  written: '#{11}',
  valid: isValidLtAsmensKodas,
  examples: {
    positive: ['asmens kodas: 38301166259'],
    negative: ['asmens kodas: 44412221957'],
  },
});
