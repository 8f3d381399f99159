import { assemble, tokenDetector } from './token-detector.ts';

/** Grafana service account and cloud access policy tokens. */
export const grafanaToken = tokenDetector({
  id: 'grafana-token',
  prefixes: ['glsa_', 'glc_'],
  pattern: /(?:glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}|glc_[A-Za-z0-9+/]{32,400}={0,3})(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('glsa_', '2GWmP3sP8kNwk8fIDNtli0taIaD6K4Uw_0a7a80b6')} for now`],
    negative: [assemble('glsa_', 'x'.repeat(41)), assemble('glsa_', 'YOUR_KEY_HERE'), assemble('glsa_', '2GWmP3')],
  },
});
