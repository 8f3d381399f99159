import { assemble, tokenDetector } from './token-detector.ts';

/** xAI API key. */
export const xaiApiKey = tokenDetector({
  id: 'xai-api-key',
  prefixes: ['xai-'],
  pattern: /xai-[A-Za-z0-9]{80}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('xai-', 'PbRRzHj3KutGVqT2JM8kiSM5HZEQwamEN8t2GiIm7JThusyHKHYfnxX7w0JYJfvaB6zkzVeLIAy0QjbI')} for now`,
    ],
    negative: [assemble('xai-', 'x'.repeat(80)), assemble('xai-', 'YOUR_KEY_HERE'), assemble('xai-', 'PbRRzH')],
  },
});
