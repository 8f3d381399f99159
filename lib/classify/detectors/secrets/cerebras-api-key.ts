import { assemble, tokenDetector } from './token-detector.ts';

/** Cerebras API key. */
export const cerebrasApiKey = tokenDetector({
  id: 'cerebras-api-key',
  prefixes: ['csk-'],
  pattern: /csk-[a-z0-9]{48}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('csk-', '7pmhg2aj0ovknnhwbwwn8tmq3bjb8p1muxurb9nbd3gku4pl')} for now`],
    negative: [assemble('csk-', 'x'.repeat(48)), assemble('csk-', 'YOUR_KEY_HERE'), assemble('csk-', '7pmhg2')],
  },
});
