import { assemble, tokenDetector } from './token-detector.ts';

/** CircleCI personal and project tokens. */
export const circleciPat = tokenDetector({
  id: 'circleci-pat',
  prefixes: ['CCIPAT_', 'CCIPRJ_'],
  pattern: /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_[a-f0-9]{40}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('CCIPAT_', 'uIMRH5iGeSDMGnZEKURvY7_199ca11cf8c30ca16573f31296bc3aa423d4a126')} for now`],
    negative: [
      assemble('CCIPAT_', 'x'.repeat(63)),
      assemble('CCIPAT_', 'YOUR_KEY_HERE'),
      assemble('CCIPAT_', 'uIMRH5'),
    ],
  },
});
