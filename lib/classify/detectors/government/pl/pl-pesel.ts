import { isDate } from '../calendar.ts';
import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function holdsDate(s: string): boolean {
  const month = Number(s.slice(2, 4));
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)]!;
  return isDate(century + Number(s.slice(0, 2)), month % 20, Number(s.slice(4, 6)));
}
/** Whether a written number has the form and passes the check. */
export const isValidPlPesel = validator(
  /^\d{11}$/,
  (s) => holdsDate(s) && weigh(s, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
);

/** Polish national identification numbers (PESEL; ustawa o ewidencji ludności): date of birth with the century in the month, serial, weights 1, 3, 7, 9. */
export const plPesel = identityNumber({
  id: 'pl-pesel',
  cues: 'PESELem|PESELu|PESEL|Polish national id',
  written: '#{11}',
  valid: isValidPlPesel,
  examples: {
    positive: ['PESEL: 52922816971', 'Pacjent o numerze PESEL 38121181269 został przyjęty.'],
    negative: ['PESEL: 31820484607'],
  },
});
