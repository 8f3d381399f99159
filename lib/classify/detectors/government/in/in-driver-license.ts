import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidInDriverLicense = validator(
  /^(?:AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TG|TN|TR|TS|UK|UP|WB)\d{2}(?:19|20)\d{9}$/,
);

/** Indian driving licence numbers (Ministry of Road Transport): state, office, year of issue, seven digits. */
export const inDriverLicense = identityNumber({
  id: 'in-driver-license',
  type: 'IN_DRIVING_LICENCE',
  cues: 'driving licence|driving license|DL number|DL no|licence no',
  written: '[A-Z]{2}[- ]?d{2}[ -]?(?:19|20)d{2}d{7}',
  valid: isValidInDriverLicense,
  cued: 0.88,
  reach: 60,
  examples: {
    positive: ['driving licence: OR7720407653613'],
    negative: ['driving licence: JH30 27492873113'],
  },
});
