import { cueWords, type Detector } from '../../detector.ts';
import { isPlaceholder } from './placeholder.ts';

const LABELS = cueWords(
  'recovery-code-label',
  'recovery code|recovery codes|backup code|backup codes|emergency codes|one-time codes|2fa codes',
  'wiederherstellungscode|wiederherstellungscodes|backupcodes|codes de secours|codigos de recuperacion',
);
/** Two groups with a dash, or eight and more digits or letters with a digit among them. */
const CODE =
  /(?<![\w-])(?=[a-z0-9-]{0,12}[0-9])(?:[a-z0-9]{4,6}-[a-z0-9]{4,6}|[a-z0-9]{8,12}|[0-9]{4} [0-9]{4})(?![\w-])/gi;
/** How far behind the label the list may go on, in UTF-16 units. */
const REACH = 400;

/** Single-use codes that stand in for the second factor. */
export const recoveryCodes: Detector = {
  id: 'recovery-codes',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: ['digit'],
  requires: [LABELS],
  find: (scan) =>
    [...scan.matchAll(CODE)]
      .filter(({ 0: code, index }) => !isPlaceholder(code) && scan.distanceBefore(LABELS, index, REACH) >= 0)
      .map(({ 0: code, index }) => ({
        start: index,
        end: index + code.length,
        confidence: 0.86,
        evidence: ['pattern', `cue:${LABELS.id}`],
      })),
  examples: {
    positive: ['recovery codes: ty341-u1phr 0yidh-ofus8 xin5l-5thrb', 'My backup codes are 8391 2047 and 5520 9916'],
    negative: ['recovery codes are printed once', 'the recovery code form has two fields', 'order 8391 2047 arrived'],
  },
};
