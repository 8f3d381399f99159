import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidJoNationalId = validator(/^[29]\d{9}$/);

/** Jordanian national numbers (Civil Status Department): ten digits, known by the label. */
export const joNationalId = identityNumber({
  id: 'jo-national-id',
  cues: 'الرقم الوطني|Jordanian national number|Jordan national id',
  written: '#{10}',
  valid: isValidJoNationalId,
  cued: 0.85,
  examples: {
    positive: ['الرقم الوطني: 2199125999'],
    negative: ['الرقم الوطني: 7161571859'],
  },
});
