import { assemble, tokenDetector } from './token-detector.ts';

/** Google OAuth client secret. */
export const googleOauthClientSecret = tokenDetector({
  id: 'google-oauth-client-secret',
  prefixes: ['GOCSPX-'],
  pattern: /GOCSPX-[\w-]{28}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('GOCSPX-', '5x8mZSz6w-fh08BfehLNPv94NmFW')} for now`],
    negative: [
      assemble('GOCSPX-', 'x'.repeat(28)),
      assemble('GOCSPX-', 'YOUR_KEY_HERE'),
      assemble('GOCSPX-', '5x8mZS'),
    ],
  },
});
