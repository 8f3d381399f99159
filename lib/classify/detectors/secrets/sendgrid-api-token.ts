import { assemble, tokenDetector } from './token-detector.ts';

/** SendGrid API key. */
export const sendgridApiToken = tokenDetector({
  id: 'sendgrid-api-token',
  prefixes: ['SG.'],
  pattern: /SG\.[\w-]{22}\.[\w-]{43}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('SG.', '23_2Ov6J7ZtrZRmAXZ4CT5.BdEHDpPW5XPA2GQEMLQAzaY5RV_lXS1MyLIoaA5TvSZ')} for now`],
    negative: [assemble('SG.', 'x'.repeat(66)), assemble('SG.', 'YOUR_KEY_HERE'), assemble('SG.', '23_2Ov')],
  },
});
