import { hasCrc32Suffix } from './crc32.ts';
import { assemble, tokenDetector } from './token-detector.ts';

/**
 * GitHub classic personal, OAuth, app, server and refresh tokens: 30 random characters, then their CRC-32 in base 62
 * (github.blog, "Behind GitHub's new authentication token formats", 2021).
 */
export const githubPat = tokenDetector({
  id: 'github-pat',
  prefixes: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
  pattern: /gh[pousr]_[A-Za-z0-9]{36,76}(?![A-Za-z0-9])/y,
  checksum: (token) => (token.length === 40 ? hasCrc32Suffix(token.slice(4)) : null),
  examples: {
    positive: [
      `token ${assemble('ghp_', 'uGzDq00EV9CFHvXb86mopm07OE3Tiy17Z2Rd')}`,
      `push with ${assemble('gho_', 'A5zShpK0JGHAj8LFfEGpCu521Aq8GK1FmQLf')}.`,
    ],
    negative: [
      assemble('ghp_', 'x'.repeat(36)),
      assemble('ghp_', 'YOUR_TOKEN'),
      'the ghp_ prefix marks a personal token',
    ],
  },
});
