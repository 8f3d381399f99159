import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidUsUscisReceipt = validator(/^(?:EAC|VSC|WAC|CSC|LIN|NSC|SRC|TSC|MSC|NBC|IOE|YSC)\d{10}$/);

/** US immigration case receipt numbers (USCIS, "Checking your case status online"): office code and ten digits. */
export const usUscisReceipt = identityNumber({
  id: 'us-uscis-receipt',
  cues: 'receipt number|case status|i-797|uscis',
  written: '(?:EAC|VSC|WAC|CSC|LIN|NSC|SRC|TSC|MSC|NBC|IOE|YSC)-#{10}',
  valid: isValidUsUscisReceipt,
  alone: ['AAA9999999999'],
  examples: {
    positive: ['receipt number: YSC-1282073207'],
    negative: ['receipt number: LIQ-6203640846'],
  },
});
