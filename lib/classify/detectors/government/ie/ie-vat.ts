import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';
function passesVat(s: string): boolean {
  // The old form keeps its first digit behind a letter or sign; it is read as if it came last.
  const old = /^\d[A-Z+*]/.test(s);
  const digits = old ? `0${s.slice(2, 7)}${s[0]}` : s.slice(0, 7);
  const second = !old && s[8] !== undefined && s[8] !== 'W' ? s.charCodeAt(8) - 64 : 0;
  return LETTERS[(weigh(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] === s[7];
}
/** Whether a written number has the form and passes the check. */
export const isValidIeVat = validator(/^(?:IE)?(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, (s) =>
  passesVat(s.replace('IE', '')),
);

/** Irish value added tax numbers (Revenue): old and new form, check letter modulo 23. */
export const ieVat = identityNumber({
  id: 'ie-vat',
  cues: 'vat',
  written: '(?:IE )?(?:#{7}[A-W][A-IW]?|d[A-Z+*]d{5}[A-W])',
  valid: isValidIeVat,
  alone: ['AA9999999A', 'AA9999999AA', 'AA9A99999A'],
  examples: {
    positive: ['vat: 9926775F'],
    negative: ['vat: IE 8U70547I'],
  },
});
