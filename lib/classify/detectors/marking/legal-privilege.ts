import { markingDetector, wholePhrases } from './marking-detector.ts';

/** Communication with lawyers and what was written for a court case: disclosing it can end the protection. */
export const legalPrivilege = markingDetector({
  id: 'legal-privilege',
  type: 'LEGAL_PRIVILEGE',
  words: [
    'privileged',
    'privilege',
    'work product',
    'without prejudice',
    'anticipation of litigation',
    'anwaltsgeheimnis',
  ],
  pattern: wholePhrases([
    '(?:legally )?privileged (?:and|&) ?confidential',
    'confidential (?:and|&) ?(?:legally )?privileged',
    'attorney[- /–]{1,3}client (?:privileged|privilege(?:d communication)?|communication)',
    'attorney work[- ]product',
    'solicitor[- ]client privilege(?:d)?',
    'legal professional privilege',
    'prepared (?:at the (?:request|direction) of counsel|in anticipation of litigation)',
    'without prejudice(?=[ \\t]*(?:\\r?\\n|$|save as to costs|[)\\]|*]))',
    'subject to (?:legal|attorney[- ]client) privilege',
  ]),
  confidence: 0.88,
  place: 'header',
  examples: {
    positive: [
      'PRIVILEGED & CONFIDENTIAL\nMemo on the claim',
      'Attorney-Client Privileged\nDear Ms Boyd,',
      '[Attorney work product] Timeline of the dispute',
      'WITHOUT PREJUDICE\nWe offer to settle',
    ],
    negative: [
      'What is attorney-client privilege and when does it end?',
      'a privileged user account',
      'the judge dismissed the case without prejudice last week, what does that mean for us?',
    ],
  },
});
