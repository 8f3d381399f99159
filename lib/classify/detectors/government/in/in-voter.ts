import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidInVoter = validator(/^[A-Z]{3}\d{7}$/, (s) => passesLuhn(s.slice(3)));

/** Indian voter identity numbers (EPIC, Election Commission of India): three letters for the constituency, six digits, Luhn. */
export const inVoter = identityNumber({
  id: 'in-voter',
  cues: "मतदाता पहचान|EPIC|voter|election card|elector's photo identity card",
  written: 'a{3}[/ ]?d{7}',
  valid: isValidInVoter,
  examples: {
    positive: ['EPIC: WKH 1186253'],
    negative: ['EPIC games since 1991', 'EPIC: WKH 1186263'],
  },
});
