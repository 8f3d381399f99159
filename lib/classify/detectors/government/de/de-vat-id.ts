import { passesHybrid, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form and passes the check. */
export const isValidDeVatId = validator(/^(?:DE)?[1-9]\d{8}$/, (s) => passesHybrid(s.replace('DE', '')));

/** German value added tax identification numbers (section 27a Umsatzsteuergesetz): ISO 7064 mod 11,10. */
export const deVatId = identityNumber({
  id: 'de-vat-id',
  cues:
    'USt.-ID|USt.-IdNr|UStID|UStIdNr|USt-IdNr|Umsatzsteuer-Identifikationsnummer|Umsatzsteuer-ID|USt-ID|' +
    'USt.ID-Nr|Umsatzsteueridentifikationsnummer|VAT',
  written: '(?:DE )?#{9}',
  valid: isValidDeVatId,
  alone: ['AA999999999'],
  examples: {
    positive: ['USt-IdNr: DE 561680582'],
    negative: ['USt-IdNr: DE 149838824'],
  },
});
