import { assemble, tokenDetector } from './token-detector.ts';

/** Groq API key. */
export const groqApiKey = tokenDetector({
  id: 'groq-api-key',
  prefixes: ['gsk_'],
  pattern: /gsk_[A-Za-z0-9]{52}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('gsk_', '9WlxakSZv7L4PQzbvQa0v46HSkhNq9U6RiBKsF1FwvOdUm8eNoFK')} for now`],
    negative: [assemble('gsk_', 'x'.repeat(52)), assemble('gsk_', 'YOUR_KEY_HERE'), assemble('gsk_', '9Wlxak')],
  },
});
