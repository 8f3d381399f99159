import { assemble, tokenDetector } from './token-detector.ts';

/** Stripe secret and restricted keys, live and test. */
export const stripeAccessToken = tokenDetector({
  id: 'stripe-access-token',
  prefixes: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'sk_prod_', 'whsec_'],
  pattern: /(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{16,247}|whsec_[A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('sk_live_', '2NtBEGU8DVYho3yFXERutTTw')} for now`,
      `KEY="${assemble('rk_test_', 'bWI1WRI9rqJs1KbSfWF8Gfz0kPRDjt2x5ryM5Zco5aK53N5jINRNmUnrB3FhOgL39lqSRo0XxSRVtOQrK6secgJJ5LqNx7oRoBk')}"`,
    ],
    negative: [
      assemble('sk_live_', 'x'.repeat(24)),
      assemble('sk_live_', 'YOUR_KEY_HERE'),
      assemble('sk_live_', '2NtBEG'),
    ],
  },
});
