import { assemble, tokenDetector } from './token-detector.ts';

/** OpenAI project, service account, admin and legacy keys; all carry the same marker inside. */
export const openaiApiKey = tokenDetector({
  id: 'openai-api-key',
  prefixes: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-'],
  pattern: /sk-(?:proj|svcacct|admin|None)-[\w-]{40,240}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('sk-proj-', 'vqZ6t88sD8fREbcjcXZ0OdyMt63nHYc279EnAbZd9cpncRjQk28WvUzkyU1ykdV80pNAi3Ax1qT3BlbkFJofgBj1egkzE6D977ALHXzhsjPpD4-hUai3HD70o_0mwf19c2hnhx9tpGSCE5cbFHQxqvrX5slh')} for now`,
      `KEY="${assemble('sk-svcacct-', 'dNwn5HzogDR4jnoaNcv26OZ24XdGreGhNadMc54qkw48SxMRZXBfup0GMtT3BlbkFJeWwNu2JcqRiMQ9TsDuzCRfufR1jngMEsAP98yVwAln3wxeJW6zyl10VclW')}"`,
    ],
    negative: [
      assemble('sk-proj-', 'x'.repeat(156)),
      assemble('sk-proj-', 'YOUR_KEY_HERE'),
      assemble('sk-proj-', 'vqZ6t8'),
    ],
  },
});
