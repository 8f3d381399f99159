import { markingDetector } from './marking-detector.ts';

/** Traffic Light Protocol 2.0 (FIRST, August 2022); `WHITE` of version 1 and `CLEAR` restrict nothing. */
export const tlpMarking = markingDetector({
  id: 'tlp-marking',
  type: 'TLP_MARKING',
  words: ['tlp'],
  pattern: /(?<![A-Za-z0-9])TLP ?: ?(?:RED|AMBER(?:\+STRICT)?|GREEN)(?![A-Za-z0-9])/g,
  confidence: 0.95,
  place: 'anywhere',
  examples: {
    positive: ['TLP:RED - indicators below', 'Marked TLP:AMBER+STRICT, do not forward.', '[TLP: GREEN]'],
    negative: ['TLP:CLEAR advisory', 'What does TLP mean?', 'the tlp red lamp'],
  },
});
