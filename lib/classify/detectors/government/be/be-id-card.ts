import { modulo, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidBeIdCard = validator(/^\d{12}$/, (s) => (modulo(s.slice(0, 10), 97) || 97) === Number(s.slice(10)));

/** Belgian identity card numbers (eID): twelve digits, the last two the first ten modulo 97. */
export const beIdCard = identityNumber({
  id: 'be-id-card',
  type: 'BE_IDENTITY_CARD',
  cues: "identiteitskaart|carte d'identité|kaartnummer|numéro de carte|eID|identiteitskaartnummer|" + 'Personalausweis',
  written: '#{12}',
  valid: isValidBeIdCard,
  alone: ['999-9999999-99'],
  examples: {
    positive: ['identiteitskaart: 339290423921'],
    negative: ['identiteitskaart: 557042320937'],
  },
});
