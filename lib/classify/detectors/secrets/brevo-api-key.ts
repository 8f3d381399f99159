import { assemble, tokenDetector } from './token-detector.ts';

/** Brevo (formerly Sendinblue) API and SMTP keys. */
export const brevoApiKey = tokenDetector({
  id: 'brevo-api-key',
  prefixes: ['xkeysib-', 'xsmtpsib-'],
  pattern: /x(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('xkeysib-', '5178abe3f22bbf732b74cdc41ea5023a87b2845a24b951eccab1962a1e584dc4-QtIThIJARDGKJons')} for now`,
    ],
    negative: [
      assemble('xkeysib-', 'x'.repeat(81)),
      assemble('xkeysib-', 'YOUR_KEY_HERE'),
      assemble('xkeysib-', '5178ab'),
    ],
  },
});
