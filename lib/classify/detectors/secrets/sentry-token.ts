import { assemble, tokenDetector } from './token-detector.ts';

/** Sentry organisation and user tokens. */
export const sentryToken = tokenDetector({
  id: 'sentry-token',
  prefixes: ['sntrys_', 'sntryu_'],
  pattern: /(?:sntrys_eyJ[\w+/=-]{60,400}|sntryu_[a-f0-9]{64})(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('sntryu_', 'cb650a8b727d6bac1490a265a4561b10aef8a132b6215ddfe927fa592d48cbe1')} for now`,
    ],
    negative: [
      assemble('sntryu_', 'x'.repeat(64)),
      assemble('sntryu_', 'YOUR_KEY_HERE'),
      assemble('sntryu_', 'cb650a'),
    ],
  },
});
