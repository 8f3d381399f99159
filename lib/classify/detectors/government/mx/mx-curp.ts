import { isShortDate } from '../calendar.ts';
import { digitAt, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ';
function passesCheck(s: string): boolean {
  const sum = Array.from(s.slice(0, 17)).reduce(
    (total, char, index) => total + ALPHABET.indexOf(char) * (18 - index),
    0,
  );
  return (10 - (sum % 10)) % 10 === digitAt(s, 17);
}
const FORM =
  /^[A-Z]{4}\d{6}[HMX](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d$/;
/** Whether a written number has the form and passes the check. */
export const isValidMxCurp = validator(FORM, (s) => isShortDate(s.slice(4)) && passesCheck(s));

/** Mexican population registry codes (CURP, RENAPO; DOF 18 October 2021): name, date, sex, state, consonants, check digit with weights 18 to 2. */
export const mxCurp = identityNumber({
  id: 'mx-curp',
  cues: 'CURP|clave única de registro de población',
  written: 'a{4}#{6}[HMX]a{5}xd',
  valid: isValidMxCurp,
  alone: ['AAAA999999AAAAAA99', 'AAAA999999AAAAAAA9'],
  examples: {
    positive: ['CURP: MHJG540827MVZWKPE1'],
    negative: ['CURP: KCHN890728MCMFFFJ7'],
  },
});
