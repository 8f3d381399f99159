import { isDate } from '../calendar.ts';
import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function holdsDate(s: string): boolean {
  const day = Number(s.slice(0, 2)) % 40;
  const raised = Number(s.slice(2, 4));
  const month = raised > 80 ? raised - 80 : raised > 65 ? raised - 65 : raised % 40;
  return Number(s.slice(0, 2)) < 72 && isDate(2000 + Number(s.slice(4, 6)), month, day);
}
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** Whether a written number has the form and passes the check. */
export const isValidNoFodselsnummer = validator(
  /^\d{11}$/,
  (s) => holdsDate(s) && weigh(s, FIRST) % 11 === 0 && weigh(s, SECOND) % 11 === 0,
);

/** Norwegian national identity numbers (Skatteetaten; folkeregisterforskriften): date of birth, serial, two check digits modulo 11. D numbers raise the day by 40, aid numbers the month by 40, synthetic ones by 80 or 65. */
export const noFodselsnummer = identityNumber({
  id: 'no-fodselsnummer',
  cues:
    'fødselsnummer|fodselsnummer|personnummer|fnr|d-nummer|fødselsnr|national identity number|' +
    'F-nr|f.nr|fødselsnummeret|fødsels- og personnummer|personnr',
  written: '#{11}',
  valid: isValidNoFodselsnummer,
  alone: ['999999 99999'],
  examples: {
    positive: ['fødselsnummer: 69676847375'],
    negative: ['fødselsnummer: 30083744977'],
  },
});
