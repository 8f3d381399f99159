import { assemble, tokenDetector } from './token-detector.ts';

/** Databricks personal access token. */
export const databricksApiToken = tokenDetector({
  id: 'databricks-api-token',
  prefixes: ['dapi'],
  pattern: /dapi[a-f0-9]{32}(?:-\d)?(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('dapi', '8d1808f1492ce22b36859dad8bfbbf6b')} for now`],
    negative: [assemble('dapi', 'x'.repeat(32)), assemble('dapi', 'YOUR_KEY_HERE'), assemble('dapi', '8d1808')],
  },
});
