import { isDate } from '../calendar.ts';
import { digitAt, validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesMod11(s: string): boolean {
  const year = Number(s.slice(4, 7));
  const rest = weigh(s, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (
    isDate(year < 800 ? 2000 + year : 1000 + year, Number(s.slice(2, 4)), Number(s.slice(0, 2))) &&
    ((11 - rest) % 11) % 10 === digitAt(s, 12)
  );
}
/** Whether a written number has the form and passes the check. */
export const isValidRsJmbg = validator(/^\d{13}$/, (s) => passesMod11(s));

/** Unique master citizen numbers of Serbia, Slovenia, Croatia, Bosnia, Montenegro and North Macedonia (JMBG, EMŠO): date of birth, region, serial, weights 7 to 2, modulo 11. */
export const rsJmbg = identityNumber({
  id: 'rs-jmbg',
  cues: 'mat. broj|МБГ|jedinstveni matični broj|JMB|JMBG|ЈМБГ|matični broj|матични број|matični broj građana|ЕМБГ|EMBG|единствен матичен број|MBG',
  written: '#{13}',
  valid: isValidRsJmbg,
  examples: {
    positive: ['JMBG: 0207048713029'],
    negative: ['JMBG: 1003685348337'],
  },
});
