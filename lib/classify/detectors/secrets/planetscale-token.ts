import { assemble, tokenDetector } from './token-detector.ts';

/** PlanetScale passwords and tokens. */
export const planetscaleToken = tokenDetector({
  id: 'planetscale-token',
  prefixes: ['pscale_'],
  pattern: /pscale_(?:pw|tkn|oauth)_[\w.=-]{32,64}/y,
  examples: {
    positive: [`use ${assemble('pscale_tkn_', 'cYBaJnVyJGIQZauzQ8fvGwEMSvpSknw-49JBbbL-YQG')} for now`],
    negative: [
      assemble('pscale_tkn_', 'x'.repeat(43)),
      assemble('pscale_tkn_', 'YOUR_KEY_HERE'),
      assemble('pscale_tkn_', 'cYBaJn'),
    ],
  },
});
