import { assemble, tokenDetector } from './token-detector.ts';

/** Buildkite API and agent tokens. */
export const buildkiteToken = tokenDetector({
  id: 'buildkite-token',
  prefixes: ['bkua_', 'bkct_'],
  pattern: /bk(?:ua|ct)_[A-Za-z0-9]{40,60}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('bkua_', 'c58806e095c83447f7d672023764ca4160cf1e36')} for now`],
    negative: [assemble('bkua_', 'x'.repeat(40)), assemble('bkua_', 'YOUR_KEY_HERE'), assemble('bkua_', 'c58806')],
  },
});
