import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';
function passesCheck(s: string): boolean {
  if (s.length === 9) return 'XMKECAWLJDB'[weigh(s, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] === s[8];
  if (/^\d/.test(s)) return 'ZKCMDNERGWH'[weigh(s, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] === s[9];
  const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(s[index]!),
    0,
  );
  return ALPHABET[(((sum - 5) % 11) + 11) % 11] === s[9];
}
/** Whether a written number has the form and passes the check. */
export const isValidSgUen = validator(/^(?:\d{8}[A-Z]|(?:18|19|20)\d{7}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z])$/, (s) =>
  passesCheck(s),
);

/** Singapore unique entity numbers (ACRA): businesses, local companies and other entities, each with its own check letter modulo 11. */
export const sgUen = identityNumber({
  id: 'sg-uen',
  cues: 'GST reg|co. reg. no|company reg no|UEN|unique entity number|ACRA|business registration number|company registration number',
  written: '(?:#{8}a|(?:18|19|20)d{7}a|[RST]d{2}a{2}d{4}a)',
  valid: isValidSgUen,
  alone: ['A99AA9999A'],
  examples: {
    positive: ['UEN: 61847064J'],
    negative: ['UEN: 198272367K'],
  },
});
