import { validator, weigh } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDeIdCard = validator(
  /^[LMNPRTVWXY][CFGHJKLMNPRTVWXYZ0-9]{8}(?:\d(?:D|<<)?)?$/,
  (s) => /\d/.test(s) && (s.length === 9 || weigh(s, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === Number(s[9])),
);

/** German identity card numbers (PAuswV annex 1): letters without vowels, check digit with weights 7, 3, 1 (ICAO 9303) where written. */
export const deIdCard = identityNumber({
  id: 'de-id-card',
  cues:
    'Personalausweisnummer|Personalausweis|Ausweisnummer|Perso|Ausweis|identity card number|' + 'PA-Nr|id card number',
  written: '[LMNPRTVWXY][CFGHJKLMNPRTVWXYZ0-9]{7,8}-[0-9](?:D)?',
  valid: isValidDeIdCard,
  cued: 0.9,
  examples: {
    positive: ['Personalausweisnummer: V07Y6RX0J7D', 'Die Personalausweisnummer ist L01X00T471.'],
    negative: ['Personalausweisnummer: XW0CWZ6Q7', 'Personalausweisnummer: L01X00T472'],
  },
});
