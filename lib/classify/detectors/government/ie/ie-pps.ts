import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';
function passesLetter(s: string): boolean {
  const second = /[A-I]/.test(s[8] ?? '') ? s.charCodeAt(8) - 64 : 0;
  return LETTERS[(weigh(s, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] === s[7];
}
/** Whether a written number has the form and passes the check. */
export const isValidIePps = validator(/^\d{7}[A-W][A-ITWX]?$/, (s) => passesLetter(s));

/** Irish personal public service numbers (Department of Social Protection): check letter modulo 23, the second letter counts nine times. */
export const iePps = identityNumber({
  id: 'ie-pps',
  cues: 'P.P.S.|pps|ppsn|personal public service number|uimhir psp|rsi number',
  written: '#{7} [A-W][A-ITWX]?',
  valid: isValidIePps,
  alone: ['9999999AA'],
  examples: {
    positive: ['pps: 9921197 M'],
    negative: ['pps: 2378787 NC'],
  },
});
