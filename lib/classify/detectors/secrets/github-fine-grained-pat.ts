import { assemble, tokenDetector } from './token-detector.ts';

/** GitHub fine-grained personal access token. */
export const githubFineGrainedPat = tokenDetector({
  id: 'github-fine-grained-pat',
  prefixes: ['github_pat_'],
  pattern: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/y,
  examples: {
    positive: [
      `use ${assemble('github_pat_', '4bGOLsFR9jp2mjK9mda65M_lEIfaakpdEkDU5kCjqelrOuLGo5YK7833Gq1Yn19NXku0Nb8ZyyPcFG9p3r')} for now`,
    ],
    negative: [
      assemble('github_pat_', 'x'.repeat(82)),
      assemble('github_pat_', 'YOUR_KEY_HERE'),
      assemble('github_pat_', '4bGOLs'),
    ],
  },
});
