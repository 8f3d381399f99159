import { assemble, tokenDetector } from './token-detector.ts';

/** Supabase personal token and secret key. */
export const supabaseKey = tokenDetector({
  id: 'supabase-key',
  prefixes: ['sbp_', 'sb_secret_'],
  pattern: /(?:sbp_(?:v0_)?[a-f0-9]{40}|sb_secret_[\w-]{22,48})(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [
      `use ${assemble('sbp_', '90cf682b326119e2442ca2452a8318a40db7fc73')} for now`,
      `KEY="${assemble('sb_secret_', 'h2PrRQqcACjcY94kci5GHdJtpmNCW-G')}"`,
    ],
    negative: [assemble('sbp_', 'x'.repeat(40)), assemble('sbp_', 'YOUR_KEY_HERE'), assemble('sbp_', '90cf68')],
  },
});
