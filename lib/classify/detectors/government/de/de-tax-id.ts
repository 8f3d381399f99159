import { passesHybrid, validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

function repeatsOnce(s: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of s.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! <= 3 && !/(\d)\1\1/.test(s.slice(0, 10));
}
/** Whether a written number has the form and passes the check. */
export const isValidDeTaxId = validator(/^[1-9]\d{10}$/, (s) => repeatsOnce(s) && passesHybrid(s));

/** German tax identification numbers (section 139b Abgabenordnung): one digit of the first ten occurs twice or three times, ISO 7064 mod 11,10. */
export const deTaxId = identityNumber({
  id: 'de-tax-id',
  cues:
    'steuerliche ID|steuerliche Identifikationsnummer|Steueridentifikationsnummer|Steueridentnummer|Identifikationsnummer|IdNr|Steuer ID|steuerid|tax id|' +
    'steuerl. ID|Ident-Nr|Steuer-IdNr|Steuer-Identifikationsnummer|tax identification number|TIN',
  written: '#{11}',
  valid: isValidDeTaxId,
  examples: {
    positive: ['Steueridentnummer: 40644817537', 'Steuer-ID: 91851417306', 'Meine Steuer-ID lautet 20633817537.'],
    negative: ['Steuer-ID: 46251380667'],
  },
});
