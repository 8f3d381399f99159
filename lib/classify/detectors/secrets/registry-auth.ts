import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';

/** Whether base64 holds a user name and a password, as `config.json` of Docker and `.npmrc` have them. */
function holdsPair(value: string): boolean {
  if (value.length % 4 !== 0) return false;
  try {
    return /^[\x21-\x7e]{1,200}:[\x20-\x7e]{4,}$/.test(atob(value));
  } catch {
    return false;
  }
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Logins at registries: `auths` in Docker's `config.json`, `_auth` and `_authToken` in `.npmrc` (docs.npmjs.com). */
export const registryAuth = patternDetector({
  id: 'registry-auth',
  requires: [fixedStrings('registry-auth', '"auth"|_auth')],
  pattern:
    /(?:"auth"[ \t]{0,4}:[ \t]{0,4}"|\b_?_auth(?<token>Token)?[ \t]{0,4}=[ \t]{0,4}"?)(?<secret>[A-Za-z0-9+/_-]{12,1024}={0,2})/dg,
  confidence: 0.9,
  leastEntropy: 2.8,
  accept: (match) => {
    const secret = match.groups?.secret ?? '';
    return match.groups?.token === undefined ? holdsPair(secret) : UUID.test(secret);
  },
  examples: {
    positive: [
      '{"auths":{"https://index.docker.io/v1/":{"auth":"bWtlbGxlcjpWcTd3IWJOMWJVRTY="}}}',
      '//registry.acme.io/:_auth=bWtlbGxlcjpWcTd3IWJOMWJVRTY=',
      '//registry.npmjs.org/:_authToken=9f3a7b2c-8d1e-4f60-a5b7-c9d2e1f3a4b6',
    ],
    negative: [
      '{"auth":"required-by-server"}',
      `//registry.npmjs.org/:_authToken=${'$'}{NPM_TOKEN}`,
      '"auth": "aGVsbG8gd29ybGQgYW5k"',
    ],
  },
});
