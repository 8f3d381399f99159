import { assemble, tokenDetector } from './token-detector.ts';

/** Replicate API token. */
export const replicateApiToken = tokenDetector({
  id: 'replicate-api-token',
  prefixes: ['r8_'],
  pattern: /r8_[A-Za-z0-9]{37}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('r8_', 'MadQFOKhuUeKOibmIh9Ld4K3SgAXFBbEQAmtp')} for now`],
    negative: [assemble('r8_', 'x'.repeat(37)), assemble('r8_', 'YOUR_KEY_HERE'), assemble('r8_', 'MadQFO')],
  },
});
