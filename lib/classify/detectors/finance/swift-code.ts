import { isValidBIC } from 'ibantools';
import { cueWords } from '../../detector.ts';
import { shapedDetector } from '../shaped-detector.ts';

const BIC = cueWords(
  'bic',
  ...'bic|swift|bic/swift|swift/bic|swift code|swift-code|bic code|bic-code|bank identifier|swift number|iban|bankleitzahl|codigo swift|codice bic|code bic'.split(
    '|',
  ),
);

/** Bank identifier codes (ISO 9362): four letters of the bank, a country in use, place and branch; only near a cue. */
export const swiftCode = shapedDetector({
  id: 'swift-code',
  type: 'BIC_CODE',
  class: 'PII',
  needs: ['capital'],
  pattern: /(?<![A-Za-z0-9])[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Za-z0-9])/g,
  validator: { name: 'bic', accepts: isValidBIC },
  cue: BIC,
  reach: 40,
  alone: 0,
  cued: 0.9,
  examples: {
    positive: ['BIC: DEUTDEFF', 'SWIFT code NWBKGB2LXXX', 'IBAN and BIC COBADEFFXXX'],
    negative: ['PASSWORD', 'BIC: DEUTQQFF', 'swift is a language', 'the ENVELOPE of the bank'],
  },
});
