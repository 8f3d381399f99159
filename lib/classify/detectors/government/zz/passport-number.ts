import { cueWords, type Detector } from '../../../detector.ts';
import { afterLabel, findLabelled } from '../../../labelled.ts';
import { isEndOfLabel } from '../../../number-labels.ts';

const PASSPORT = cueWords(
  'passport',
  'passport|passport number|passport no|passport #|passportnumber|passport_no|passport nr|pasport|pasport no|pp no|pp#|pp nr|ppt no|ppt|travel document|travel document number|travel document no',
  'reisepass|reisepassnummer|reisepass-nr|passnummer|pass-nr|passnr|nr paszportu|numer paszportu|paszport|pasaporta|passeport|pasaporte|passaporto|passaporte|paspoort',
);
/** Up to three letters, then digits, as most states number them. */
const NUMBER = afterLabel('[A-Za-z]{0,3}[ -]?[0-9]{5,9}[A-Za-z]{0,2}(?![A-Za-z0-9]|[-./][0-9])');

/** Passport numbers of states without a detector of their own, directly behind the word. */
export const passportNumber: Detector = {
  id: 'passport-number',
  type: 'PASSPORT',
  class: 'PII',
  regions: [],
  needs: ['digit'],
  requires: [PASSPORT],
  find: (scan) =>
    findLabelled(scan, PASSPORT, NUMBER)
      .filter(({ label, labelEnd }) => !isEndOfLabel(scan, label, labelEnd))
      .map(({ start, end }) => ({ start, end, confidence: 0.68, evidence: ['pattern', 'cue:passport'] })),
  examples: {
    positive: [
      'Passport no. XDA12345',
      'passport: 7654321B',
      'ppt no Z4789628',
      'nr paszportu ZK6244238',
      'XKD44712 is my passport number',
    ],
    negative: ['passport control 2024', 'passport-saml 3.2.1', 'passport 0.6.0'],
  },
};
