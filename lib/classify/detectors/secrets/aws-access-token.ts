import { assemble, tokenDetector } from './token-detector.ts';

/** AWS access key id: four-letter kind and 16 characters of base32. */
export const awsAccessToken = tokenDetector({
  id: 'aws-access-token',
  prefixes: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
  pattern: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/y,
  leastEntropy: 2.8,
  examples: {
    positive: [`use ${assemble('AKIA', 'Q2WEOAL6RIUIOSFV')} for now`, `KEY="${assemble('ASIA', '2IYDKAYRKDNLIINU')}"`],
    negative: [assemble('AKIA', 'x'.repeat(16)), assemble('AKIA', 'YOUR_KEY_HERE'), assemble('AKIA', 'Q2WEOA')],
  },
});
