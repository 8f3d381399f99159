import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';

/**
 * The signature of an address that opens a stored object to whoever has it: Azure shared access signatures, AWS Signature
 * Version 4 and 2 query strings, Google Cloud Storage signed URLs.
 */
export const signedAddress = patternDetector({
  id: 'signed-address',
  requires: [fixedStrings('signature-parameter', 'sig=|signature=')],
  pattern:
    /[?&](?:sig=(?<sas>(?:[A-Za-z0-9+/]|%2[BbFf]){40,60}(?:=|%3[Dd])?)|X-(?:Amz|Goog)-Signature=(?<v4>[0-9a-f]{64,512}))(?![A-Za-z0-9%])/g,
  confidence: 0.9,
  leastEntropy: 3.5,
  examples: {
    positive: [
      'https://acme.blob.core.windows.net/c/f.csv?sv=2022-11-02&sr=b&se=2027-01-01&sig=3N7nDm7oyjVE8I0VgAsQsX0RWIPwWaiq4Ou6rZIvfP8%3D',
      'https://acme.s3.amazonaws.com/k?X-Amz-Expires=600&X-Amz-Signature=9f1c3e77ab0d42586e1f90cc27d84b35a6708e12f3b94d5c8871e0a9d64c2b3f',
    ],
    negative: ['https://host.io/?sig=abc', 'https://host.io/?sig=<signature>&se=2027'],
  },
});
