import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function passesSums(s: string): boolean {
  const digits = `${String(s.charCodeAt(0) - 64).padStart(2, '0')}${s.slice(1, 9)}`;
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * (1 + (index % 2));
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(s[9]);
}
/** Whether a written number has the form and passes the check. */
export const isValidDeHealthInsurance = validator(/^[A-Z]\d{9}$/, (s) => passesSums(s));

/** German health insurance numbers (section 290 SGB V): a letter, eight digits, check digit by digit sums with weights 1 and 2. */
export const deHealthInsurance = identityNumber({
  id: 'de-health-insurance',
  class: 'PHI',
  cues:
    'Krankenversichertennummer|KVNR|Krankenversicherungsnummer|Versichertennummer|Gesundheitskarte|' +
    'Krankenkassennummer|Vers.-Nr|Versicherten-ID|Versicherten-Nr|eGK|Krankenkasse|KV-Nummer|German health insurance number',
  written: 'a #{9}',
  valid: isValidDeHealthInsurance,
  examples: {
    positive: ['Krankenversichertennummer: A 797388881'],
    negative: ['Krankenversichertennummer: U 940894697'],
  },
});
