import { validator } from '../check-digits.ts';
import { identityNumber } from '../identity-number.ts';

/** Whether a written number has the form. */
export const isValidUkNino = validator(/^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/);

/** UK National Insurance numbers. Prefixes not issued: HMRC National Insurance Manual NIM39110. */
export const ukNino = identityNumber({
  id: 'uk-nino',
  region: 'GB',
  cues: 'NI|nat ins no|nat. ins. no|NI no.|nino|national insurance|national insurance number|ni number|ni no|n.i. number|nationalinsurance',
  written: 'aa dd dd dd [A-D]',
  valid: isValidUkNino,
  alone: ['AA999999A', 'AA 99 99 99 A'],
  examples: {
    positive: ['nino: PZ 72 57 86 B'],
    negative: ['nino: ME 53 93 48 Q', 'BG123456A', 'NINO: AB123456E'],
  },
});
