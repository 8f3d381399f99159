/** When are two spellings one value? By entity type: `4111 1111...` and `4111-1111...` are one card. */

const DIGITS_ONLY = /CREDIT_CARD|PHONE|SSN|SOCIAL|BANK|ROUTING|NHS|MEDICARE|AADHAAR|ACCOUNT/;
const LETTERS_AND_DIGITS =
  /IBAN|PASSPORT|LICEN[CS]E|TAX|VAT|NINO|PLATE|VEHICLE|MRN|RECORD_NUMBER|MAC_ADDRESS|_ID$|_NUMBER$/;
const CASE_COUNTS = /SECRET|KEY|TOKEN|PASSWORD|CRYPTO|URL/;

/** The form in which values of a type are compared. Never shown, never stored outside the vault. */
export function normaliseValue(type: string, value: string): string {
  const text = value.normalize('NFKC').trim();
  if (CASE_COUNTS.test(type)) return value;
  if (DIGITS_ONLY.test(type)) {
    const digits = text.replace(/[^\p{Nd}+]/gu, '');
    // A number without digits (spelled out, say) keeps its letters: all of them would be one value otherwise.
    if (/\p{Nd}/u.test(digits)) return digits;
  }
  if (LETTERS_AND_DIGITS.test(type)) {
    const plain = text.replace(/[^\p{L}\p{Nd}]/gu, '').toUpperCase();
    if (plain !== '') return plain;
  }
  return text.replace(/\s+/gu, ' ').toLowerCase();
}
