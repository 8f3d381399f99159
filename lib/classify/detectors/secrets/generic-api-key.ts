import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { entropy } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';
import { assemble } from './token-detector.ts';

const NAMES = cueWords(
  'key-name',
  'api key|apikey|api_key|api-key|access key|access_key|accesskey|access token|access_token',
  'accesstoken|auth token|auth_token|authtoken|secret key|secret_key|secretkey|secret|token',
  'client secret|client_secret|clientsecret|private key|privatekey|preshared key|presharedkey|signing key|signing_key',
  'encryption key|encryption_key|refresh token|refresh_token|refreshtoken|bearer token|app secret',
  'app_secret|appsecret|consumer secret|consumer_secret|service key|service_key|master key',
  'master_key|license key|licence key|license_key|webhook secret|webhook_secret|session key',
  'shared key|shared_key|storage key|credential|jwt_secret|jwt secret|app key|apitoken|api token|api_token',
);
/** Up to 512 characters of what keys are made of; an equals sign ends them. */
const VALUE = afterLabel('(?:base64:)?[A-Za-z0-9_.~+/-]{16,510}={0,2}(?![A-Za-z0-9_.~+/=(-])');
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Paths, dotted names and kebab-case words are code, not keys. */
const CODE_NAME =
  /^(?:[a-z]+[._/-])+[a-z]+$|^(?:[A-Za-z]+\.)+[A-Za-z]+$|^(?:[A-Z]+_)+[A-Z]+$|^[a-z]+(?:[A-Z][a-z]+)+$|^[a-z]+[0-9]{0,6}(?:_[a-z]+[0-9]{0,6}){2,}$/;

/** `publicKeyToken`, `public_key`: meant for everybody. `nextToken`, `page_token`: a place in a list. */
const PUBLIC = /(?:public[ _-]?(?:key)?|next[ _-]?(?:page)?|page|continuation)[ _-]?$/i;
/** The id of a key is no secret. */
const NAMES_AN_ID = /[ _-]?id["'\])\s]{0,3}[ \t]{0,4}[:=]/i;

/** `PrivateKey: testP256PrivateKey`: the name of what is meant ends as the label does. */
function isCalledSo(value: string, label: string): boolean {
  const word = label.toLowerCase().replace(/[^a-z]/g, '');
  return value.toLowerCase().replaceAll('_', '').endsWith(word);
}

function isKey(value: string): boolean {
  // Mapbox hands out a public token for pages.
  if (value.startsWith('pk.eyJ')) return false;
  if (isPlaceholder(value) || CODE_NAME.test(value) || UUID.test(value)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return entropy(value) >= (/^[0-9a-f]+$/i.test(value) ? 3 : 3.5);
}

/** A random value assigned to something that is called a key, a token or a secret. */
export const genericApiKey: Detector = {
  id: 'generic-api-key',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: ['digit'],
  requires: [NAMES],
  find: (scan) =>
    findLabelled(scan, NAMES, VALUE)
      .filter(({ label }) => !PUBLIC.test(scan.text.slice(Math.max(0, label - 12), label)))
      .filter(({ start, label }) => !NAMES_AN_ID.test(scan.text.slice(label, start)))
      .filter(({ value, label, labelEnd }) => !isCalledSo(value, scan.text.slice(label, labelEnd)))
      .map(({ start, value }) => ({ start, value: value.replace(/[.~/-]+$/, '') }))
      .filter(({ value }) => isKey(value))
      .map(({ start, value }) => ({
        start,
        end: start + value.length,
        confidence: 0.86,
        evidence: ['pattern', 'entropy', 'cue:key-name'],
      })),
  examples: {
    positive: [
      `api_key = "${assemble('gWPfob1EDM', 'z9azNsGywgb3C5PJDRdKFa')}"`,
      `"clientSecret": "${assemble('iFaALrm8Ru', 'WHU9W1384Y8hJm8U8uU6Bb')}"`,
      `the API key is ${assemble('lrwfEQ4aF3', 'syySgSjgrG8tU9G7PAgHND')}`,
    ],
    negative: [
      'api_key = os.environ["SERVICE_API_KEY_2024"]',
      'token = "YOUR_ACCESS_TOKEN_12345"',
      'secret: com.acme.module.SecretProviderFactory',
      'const token = generateTokenForUserSession2(user)',
      'The token count of this document is 4096',
      'primary_key: 1234567890123456789',
      'publicKeyToken="65cb13554b2601c7"',
      '"private_key_id": "a215ac5e8a54a5ae9c88bc450329f7b67745f073"',
      'PrivateKey: testP256PrivateKey,',
      'secret_key\n    region=us-west-2b-prod',
      '"NextToken": "WGDY7ko8fQXdlaUZVdasFQ=="',
      'access token: 123e4567-e89b-12d3-a456-426614174000',
    ],
  },
};
