import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidItIdentityCard = validator(/^(?:[A-Z]{2}\d{7}|\d{7}[A-Z]{2}|[A-Z]{2}\d{5}[A-Z]{2})$/);

/** Italian identity card numbers (Ministero dell'Interno): paper cards, and electronic ones with five digits and a check letter pair. */
export const itIdentityCard = identityNumber({
  id: 'it-identity-card',
  cues: "carta d'identità|carta di identità|C.I.E.|CIE|documento d'identità|Italian identity card|" + 'carta identità',
  written: '(?:[A-Z]{2}[ ]?d{7}|d{7}[A-Z]{2}|[A-Z]{2}d{5}[A-Z]{2})',
  valid: isValidItIdentityCard,
  cued: 0.85,
  reach: 60,
  examples: {
    positive: ["carta d'identità: ZN5523352", "carta d'identità n. CA12345AA"],
    negative: ["carta d'identità smarrita nel 2020"],
  },
});
