import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidSaVat = validator(/^3\d{13}3$/);

/** Saudi value added tax numbers (ZATCA): fifteen digits beginning and ending with 3. */
export const saVat = identityNumber({
  id: 'sa-vat',
  cues: 'الرقم الضريبي|ضريبة القيمة المضافة|VAT|ZATCA',
  written: '3d{13}3',
  valid: isValidSaVat,
  cued: 0.9,
  examples: {
    positive: ['الرقم الضريبي: 385747812901103'],
    negative: ['الرقم الضريبي: 315005649169167'],
  },
});
