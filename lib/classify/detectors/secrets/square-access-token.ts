import { assemble, tokenDetector } from './token-detector.ts';

/** Square access tokens and OAuth secrets. */
export const squareAccessToken = tokenDetector({
  id: 'square-access-token',
  prefixes: ['sq0atp-', 'sq0csp-', 'EAAA'],
  pattern: /(?:sq0atp-[\w-]{22}|sq0csp-[\w-]{43}|EAAA[\w-]{60})(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('sq0atp-', 'iMcgvQqRWQlXDctNsniFY8')} for now`,
      `KEY="${assemble('EAAA', 'NnRy2jAEE8vrGpC-_HDq9M1ssN3iBiTQ_aYAFIX2pX5zZHRQi3vAoLwqvbqd')}"`,
    ],
    negative: [
      assemble('sq0atp-', 'x'.repeat(22)),
      assemble('sq0atp-', 'YOUR_KEY_HERE'),
      assemble('sq0atp-', 'iMcgvQ'),
    ],
  },
});
