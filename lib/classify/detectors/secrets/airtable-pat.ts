import { assemble, tokenDetector } from './token-detector.ts';

/** Airtable personal access token. */
export const airtablePat = tokenDetector({
  id: 'airtable-pat',
  prefixes: ['pat'],
  pattern: /pat[A-Za-z0-9]{14}\.[a-f0-9]{64}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('pat', 'asOx618YjygwsO.9473379b67c3fce09f095151963727dce0a65b87e3c7125ebeb3ebd4b4223e5f')} for now`,
    ],
    negative: [assemble('pat', 'x'.repeat(79)), assemble('pat', 'YOUR_KEY_HERE'), assemble('pat', 'asOx61')],
  },
});
