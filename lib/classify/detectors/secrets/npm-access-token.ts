import { assemble, tokenDetector } from './token-detector.ts';

/** npm access token. */
export const npmAccessToken = tokenDetector({
  id: 'npm-access-token',
  prefixes: ['npm_'],
  pattern: /npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('npm_', 'ju5UPPszMfY3g2Dzt0vNBXu1bieCSnTa7XOe')} for now`],
    negative: [assemble('npm_', 'x'.repeat(36)), assemble('npm_', 'YOUR_KEY_HERE'), assemble('npm_', 'ju5UPP')],
  },
});
