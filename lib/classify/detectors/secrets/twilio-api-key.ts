import { assemble, tokenDetector } from './token-detector.ts';

/** Twilio API key id. */
export const twilioApiKey = tokenDetector({
  id: 'twilio-api-key',
  prefixes: ['SK'],
  pattern: /SK[0-9a-f]{32}(?![A-Za-z0-9])/y,
  confidence: 0.85,
  examples: {
    positive: [`use ${assemble('SK', '9f3f9538011ebbaf2e93bb0c91265940')} for now`],
    negative: [assemble('SK', 'x'.repeat(32)), assemble('SK', 'YOUR_KEY_HERE'), assemble('SK', '9f3f95')],
  },
});
