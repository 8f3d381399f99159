import { assemble, tokenDetector } from './token-detector.ts';

/** LangSmith personal and service keys. */
export const langsmithApiKey = tokenDetector({
  id: 'langsmith-api-key',
  prefixes: ['lsv2_'],
  pattern: /lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('lsv2_pt_', '3204ba09013b3fb917603d160d0673b7_e8c4894d65')} for now`],
    negative: [
      assemble('lsv2_pt_', 'x'.repeat(43)),
      assemble('lsv2_pt_', 'YOUR_KEY_HERE'),
      assemble('lsv2_pt_', '3204ba'),
    ],
  },
});
