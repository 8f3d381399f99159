import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { longStretches, matchesWithin, unitClass } from '../../stretches.ts';

const BIC = cueWords(
  'bic',
  'bic|swift|bic/swift|swift/bic|swift code|bic code|bank identifier|swift number|codigo swift|codice bic|code bic',
);
const CODE = /(?<!\w)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)/g;
const IN_CODE = unitClass(/[A-Z0-9]/);
const SHORTEST = 8;
/** An IBAN on either side, as bank details are written. */
const IBAN_AFTER = /^[ ,;/|]{1,4}(?:IBAN:? )?[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}/;
const IBAN_BEFORE = /[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,36}[ ,;/|]{1,4}$/;
/** Letters alone are also words in capitals: these have to follow the cue directly. */
const DIRECT = 10;

/** Bank identifier codes (ISO 9362): four letters of the bank, a country in use, place and branch; near a cue or an IBAN. */
export const swiftCode: Detector = {
  id: 'swift-code',
  type: 'BIC_CODE',
  class: 'PII',
  regions: [],
  needs: ['capital'],
  cues: [BIC],
  find(scan) {
    const found: Candidate[] = [];
    for (const { 0: value, index } of matchesWithin(scan.text, longStretches(scan.text, IN_CODE, SHORTEST), CODE)) {
      const end = index + value.length;
      const distance = scan.distance(BIC, index, end, 30, 15);
      const cue = distance >= 0 && (distance <= DIRECT || /[0-9]|XXX$/.test(value));
      const beside =
        IBAN_AFTER.test(scan.text.slice(end, end + 20)) ||
        IBAN_BEFORE.test(scan.text.slice(Math.max(0, index - 45), index));
      if ((!cue && !beside) || !scan.data.models.tables.accountForms.has(value.slice(4, 6))) continue;
      found.push({
        start: index,
        end,
        confidence: 0.9,
        evidence: ['pattern', 'validator:bic', cue ? 'cue:bic' : 'beside:iban'],
      });
    }
    return found;
  },
  examples: {
    positive: ['BIC: DEUTDEFF', 'SWIFT code NWBKGB2LXXX', 'GENODEM1HLN / DE26 7817 3987 1234 5678 90'],
    negative: [
      'PASSWORD',
      'BIC: DEUTQQFF',
      'swift is a language',
      'the ENVELOPE of the bank',
      'BIC LETTER LAM ISOLATED',
    ],
  },
};
