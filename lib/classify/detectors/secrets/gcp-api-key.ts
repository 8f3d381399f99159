import { assemble, tokenDetector } from './token-detector.ts';

/** Google API key: 39 characters. */
export const gcpApiKey = tokenDetector({
  id: 'gcp-api-key',
  prefixes: ['AIza'],
  pattern: /AIza[\w-]{35}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('AIza', 'RJmvrj-D2q76Rtzk-_6D3M0O-Fv60tqoK2F')} for now`],
    negative: [assemble('AIza', 'x'.repeat(35)), assemble('AIza', 'YOUR_KEY_HERE'), assemble('AIza', 'RJmvrj')],
  },
});
