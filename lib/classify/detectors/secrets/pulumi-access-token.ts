import { assemble, tokenDetector } from './token-detector.ts';

/** Pulumi access token. */
export const pulumiAccessToken = tokenDetector({
  id: 'pulumi-access-token',
  prefixes: ['pul-'],
  pattern: /pul-[a-f0-9]{40}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('pul-', 'ab4757a0bcbde925a0ce66d5966ba3b57cde9c61')} for now`],
    negative: [assemble('pul-', 'x'.repeat(40)), assemble('pul-', 'YOUR_KEY_HERE'), assemble('pul-', 'ab4757')],
  },
});
