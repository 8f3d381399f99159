import { assemble, tokenDetector } from './token-detector.ts';

/** Mailgun private and public keys. */
export const mailgunApiKey = tokenDetector({
  id: 'mailgun-api-key',
  prefixes: ['key-', 'pubkey-'],
  pattern: /(?:pub)?key-[0-9a-f]{32}(?![A-Za-z0-9])/y,
  confidence: 0.85,
  examples: {
    positive: [`use ${assemble('key-', '970dfcfc289225c66e6983ba43344e13')} for now`],
    negative: [assemble('key-', 'x'.repeat(32)), assemble('key-', 'YOUR_KEY_HERE'), assemble('key-', '970dfc')],
  },
});
