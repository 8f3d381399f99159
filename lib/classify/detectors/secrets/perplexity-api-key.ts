import { assemble, tokenDetector } from './token-detector.ts';

/** Perplexity API key. */
export const perplexityApiKey = tokenDetector({
  id: 'perplexity-api-key',
  prefixes: ['pplx-'],
  pattern: /pplx-[A-Za-z0-9]{48,56}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('pplx-', 'sWU9OODbB00yjxQQMirUh1cee6BHdpey1OmLnDEqHvimjqBU')} for now`],
    negative: [assemble('pplx-', 'x'.repeat(48)), assemble('pplx-', 'YOUR_KEY_HERE'), assemble('pplx-', 'sWU9OO')],
  },
});
