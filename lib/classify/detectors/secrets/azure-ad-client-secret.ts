import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';
import { assemble } from './token-detector.ts';

/** Microsoft Entra (Azure AD) client secret: three characters, a digit, `Q~`, the rest; 40 characters in all. */
export const azureAdClientSecret = patternDetector({
  id: 'azure-ad-client-secret',
  requires: [fixedStrings('azure-ad-joint', 'q~')],
  pattern: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g,
  confidence: 0.95,
  leastEntropy: 3,
  examples: {
    positive: [`AZURE_CLIENT_SECRET=${assemble('6Sl8', 'Q~', 'abhhnbsZ40zGrcz3iWef6Y5KYY3jbnwQB9')}`],
    negative: ['abc8Q~short', `abc8Q~${'x'.repeat(34)}`],
  },
});
