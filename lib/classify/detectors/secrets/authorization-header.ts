import { cueWords } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';

/** HTTP `Authorization` credentials (RFC 9110 section 11): bearer, basic, token and key schemes, and `X-Api-Key`. */
export const authorizationHeader = patternDetector({
  id: 'authorization-header',
  requires: [cueWords('authorization', 'authorization', 'bearer', 'x-api-key', 'x-auth-token', 'proxy-authorization')],
  pattern:
    /(?<![A-Za-z0-9])(?:authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:basic|bearer|token|apikey|key|ghp)|bearer|x-api-key["']?[ \t]{0,4}[:=]|x-auth-token["']?[ \t]{0,4}[:=])[ \t]{0,4}["']?(?<secret>[A-Za-z0-9._~+/-]{16,2048}={0,2})/dgi,
  confidence: 0.88,
  leastEntropy: 3.2,
  accept: (match) => /[0-9]/.test(match.groups?.secret ?? ''),
  examples: {
    positive: [
      'Authorization: Bearer 74o5BfgeHs2V3Y7x6qD4vkw0Y1TPqp3jtKlOAZ48',
      "curl -H 'x-api-key: fCb9q88ZXnwTFCBiu3OYg3S6APZXdr91' https://api.acme.io",
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
