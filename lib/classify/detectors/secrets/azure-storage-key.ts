import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';
import { assemble } from './token-detector.ts';

/** Azure storage, Service Bus and Cosmos keys in a connection string: 32 or 64 bytes in base64. */
export const azureStorageKey = patternDetector({
  id: 'azure-storage-key',
  requires: [fixedStrings('azure-key-name', 'accountkey=|sharedaccesskey=')],
  pattern: /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{42,88}={1,2})(?![A-Za-z0-9+/=])/dgi,
  confidence: 0.97,
  leastEntropy: 4,
  examples: {
    positive: [
      `DefaultEndpointsProtocol=https;AccountName=acme;${assemble('AccountKey=', 'mT8Scg3crkBkEYV6XqRm3HWWJHcs6JKDfkSVW8F46qQxyILVbsBelGgobOMuolC877eGnb6BFBDuWfdRZiE3Mg==')};`,
    ],
    negative: ['AccountKey=<your key>', `AccountKey=${'x'.repeat(86)}==`],
  },
});
