import { cueWords } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';

/** Headers that carry a key of their own. */
const HEADERS = [
  ...['x-api-key', 'x-auth-token', 'x-auth-key', 'x-access-token', 'x-functions-key', 'x-vault-token', 'x-master-key'],
  ...['x-goog-api-key', 'x-admin-token', 'x-service-key', 'x-shopify-access-token', 'private-token', 'job-token'],
  ...['deploy-token', 'ocp-apim-subscription-key'],
];

/** HTTP `Authorization` credentials (RFC 9110 section 11): bearer, basic, token and key schemes, and `X-Api-Key`. */
export const authorizationHeader = patternDetector({
  id: 'authorization-header',
  requires: [cueWords('authorization', 'authorization', 'bearer', 'proxy-authorization', ...HEADERS)],
  pattern:
    /(?<![A-Za-z0-9])(?:authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:basic|bearer|token|apikey|key|ghp|ssws)|bearer|(?:x-(?:api|functions|auth|access|vault|goog-api|master|admin|service|shopify-access)-(?:key|token)|(?:private|job|deploy)-token|ocp-apim-subscription-key)["']?[ \t]{0,4}[:=])[ \t]{0,4}["']?(?<secret>[A-Za-z0-9._~+/-]{16,2048}={0,2})/dgi,
  confidence: 0.88,
  leastEntropy: 3.2,
  accept: (match) => /[0-9]/.test(match.groups?.secret ?? ''),
  examples: {
    positive: [
      'Authorization: Bearer 74o5BfgeHs2V3Y7x6qD4vkw0Y1TPqp3jtKlOAZ48',
      "curl -H 'x-api-key: fCb9q88ZXnwTFCBiu3OYg3S6APZXdr91' https://api.acme.io",
      'Authorization: SSWS 00kGnNd-5crEYZX64tue4kTEL4bFPQo85BV_vI2hE4',
      'x-functions-key: fBruQdY8fAmisug17tUFpUiKb_8F1tUhFH2IwS-PEg9f83RuSttEbV==',
      'Authorization: Basic YWxhZGRpbjpvcGVuc2VzYW1lOTE3',
    ],
    negative: [
      'Authorization: Bearer <token>',
      'Bearer YOUR_ACCESS_TOKEN',
      'the bearer of this letter',
      'bearer authentication',
    ],
  },
});
