import { assemble, tokenDetector } from './token-detector.ts';

/** Docker Hub personal and organisation access tokens. */
export const dockerPat = tokenDetector({
  id: 'docker-pat',
  prefixes: ['dckr_pat_', 'dckr_oat_'],
  pattern: /dckr_[po]at_[\w-]{27,36}(?![A-Za-z0-9_-])/y,
  examples: {
    positive: [`use ${assemble('dckr_pat_', 'hg_88-vH_8-RZW143P-Je-tVlzH')} for now`],
    negative: [
      assemble('dckr_pat_', 'x'.repeat(27)),
      assemble('dckr_pat_', 'YOUR_KEY_HERE'),
      assemble('dckr_pat_', 'hg_88-'),
    ],
  },
});
