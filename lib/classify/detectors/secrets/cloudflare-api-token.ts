import { cueWords } from '../../detector.ts';
import { labelledSecretDetector } from './labelled-secret-detector.ts';
import { assemble } from './token-detector.ts';

/** Cloudflare API token and global key. */
export const cloudflareApiToken = labelledSecretDetector({
  id: 'cloudflare-api-token',
  labels: cueWords(
    'cloudflare-api-label',
    'cloudflare|cloudflare_api_token|cloudflare_api_key|cf_api_token|cf_api_key|cf_token',
  ),
  reach: 60,
  pattern: /(?<![\w-])(?:(?=[\w-]{0,39}[0-9])(?=[\w-]{0,39}[A-Z])[A-Za-z0-9_-]{40}|[0-9a-f]{37})(?![\w-])/g,
  confidence: 0.92,
  leastEntropy: 3.4,
  examples: {
    positive: [`CLOUDFLARE_API_TOKEN=${assemble('3oNETVXR-', 'bKUsZWpmG2ExvvWNdEv3YqJvpHFAFWt')}`],
    negative: ['cloudflare commit 3f786850e387550fdab836ed7e6dc881de23001b', 'cloudflare blocks bots'],
  },
});
