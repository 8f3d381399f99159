import { assemble, tokenDetector } from './token-detector.ts';

/** Netlify personal access token. */
export const netlifyAccessToken = tokenDetector({
  id: 'netlify-access-token',
  prefixes: ['nfp_'],
  pattern: /nfp_[A-Za-z0-9]{36}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('nfp_', '7GFbW2lCTIqLXopxDQIPcyhn5krkDMtgKdf1')} for now`],
    negative: [assemble('nfp_', 'x'.repeat(36)), assemble('nfp_', 'YOUR_KEY_HERE'), assemble('nfp_', '7GFbW2')],
  },
});
