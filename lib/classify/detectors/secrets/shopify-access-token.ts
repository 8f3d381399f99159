import { assemble, tokenDetector } from './token-detector.ts';

/** Shopify access tokens and shared secrets. */
export const shopifyAccessToken = tokenDetector({
  id: 'shopify-access-token',
  prefixes: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
  pattern: /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('shpat_', 'a09fd6eb5ac70ae925e7205d99dd1e7d')} for now`],
    negative: [assemble('shpat_', 'x'.repeat(32)), assemble('shpat_', 'YOUR_KEY_HERE'), assemble('shpat_', 'a09fd6')],
  },
});
