import { passesLuhn } from '../../finance/luhn.ts';
import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidCaBn = validator(/^[1-9]\d{8}(?:R[CMPTZRDGEN]\d{4})?$/, (s) => passesLuhn(s.slice(0, 9)));

/** Canadian business numbers (Canada Revenue Agency): nine digits with Luhn, programme and reference number optional. */
export const caBn = identityNumber({
  id: 'ca-bn',
  cues: 'HST|GST|business number|bn|gst/hst|gst number|hst number|gst registration|tps',
  shared: "numéro d'entreprise",
  written: '(?:d{3} d{3} d{3}|d{5} d{4})( R[CMPTZRDGEN] d{4})?',
  valid: isValidCaBn,
  alone: ['999999999AA9999'],
  examples: {
    positive: ['business number: 140 909 474'],
    negative: ['business number: 107 489 567'],
  },
});
