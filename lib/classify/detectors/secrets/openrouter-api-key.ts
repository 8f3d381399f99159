import { assemble, tokenDetector } from './token-detector.ts';

/** OpenRouter API key. */
export const openrouterApiKey = tokenDetector({
  id: 'openrouter-api-key',
  prefixes: ['sk-or-v1-'],
  pattern: /sk-or-v1-[a-f0-9]{64}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('sk-or-v1-', '4d727e79b3e7f5b5b2ea9337bb53f9a0eef65a510adcda1a0496bd649c043f05')} for now`,
    ],
    negative: [
      assemble('sk-or-v1-', 'x'.repeat(64)),
      assemble('sk-or-v1-', 'YOUR_KEY_HERE'),
      assemble('sk-or-v1-', '4d727e'),
    ],
  },
});
