import { assemble, tokenDetector } from './token-detector.ts';

/** Tavily API key. */
export const tavilyApiKey = tokenDetector({
  id: 'tavily-api-key',
  prefixes: ['tvly-'],
  pattern: /tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('tvly-', 'kKBrFCHYE60MpDii9GxTZzFPz9CqglHn')} for now`],
    negative: [assemble('tvly-', 'x'.repeat(32)), assemble('tvly-', 'YOUR_KEY_HERE'), assemble('tvly-', 'kKBrFC')],
  },
});
