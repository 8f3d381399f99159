import { assemble, tokenDetector } from './token-detector.ts';

/** SonarQube user, project and global tokens. */
export const sonarToken = tokenDetector({
  id: 'sonar-token',
  prefixes: ['squ_', 'sqp_', 'sqa_'],
  pattern: /sq[upa]_[a-f0-9]{40}(?![A-Za-z0-9])/y,
  examples: {
    positive: [`use ${assemble('squ_', 'ad558f63bbc48a913efd105c19261d60e4e63b7c')} for now`],
    negative: [assemble('squ_', 'x'.repeat(40)), assemble('squ_', 'YOUR_KEY_HERE'), assemble('squ_', 'ad558f')],
  },
});
