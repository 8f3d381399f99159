import { charValue, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesCheck(s: string): boolean {
  const sum = Array.from(s.slice(0, 14)).reduce((total, char, index) => {
    const product = charValue(char) * (1 + (index % 2));
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return (36 - (sum % 36)) % 36 === charValue(s[14]);
}
/** Whether a written number has the form and passes the check. */
export const isValidInGstin = validator(
  /^(?:0[1-9]|[12]\d|3[0-8]|9[79])[A-Z]{3}[ABCFGHJKLPT][A-Z]\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/,
  (s) => passesCheck(s),
);

/** Indian goods and services tax numbers (GSTN): state, PAN, entity, Z, check character modulo 36. */
export const inGstin = identityNumber({
  id: 'in-gstin',
  cues: 'GSTIN|GST',
  written: 'd{2}a{5}d{4}a[1-9A-Z]Zx',
  valid: isValidInGstin,
  alone: ['99AAAAA9999A9A9', '99AAAAA9999A9AA'],
  examples: {
    positive: ['GSTIN: 17PMMPP3331J7Z8'],
    negative: ['GSTIN: 21MUAPX4741DHZ7'],
  },
});
