import { cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import { characterKinds } from './character-kinds.ts';
import { entropy } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';

/** Settings of web frameworks that sign sessions and tokens: Django, WordPress, Rails, Laravel, Flask, Express, Phoenix. */
const NAMES = cueWords(
  'application-secret-name',
  'secret_key|secret_key_base|app_key|app_secret|session_secret|cookie_secret|jwt_secret',
  'auth_key|secure_auth_key|logged_in_key|nonce_key|auth_salt|secure_auth_salt|logged_in_salt',
  'nonce_salt|encryption_key|signing_salt|token_secret|password_pepper|cookie_key|csrf_secret',
);
/** A closing quote and a comma may stand between, as in `define('AUTH_KEY', '...')`. */
const VALUE = afterLabel('[^\\s"\'\\\\]{24,128}(?=["\'])');
const CODE = /[([{]|\bprocess\.|->|::/;

function isSecret(value: string): boolean {
  // A call or a variable has its brackets and few other signs; a generated secret has many different ones.
  const signs = new Set(value.replace(/[A-Za-z0-9]/g, '')).size;
  return (
    characterKinds(value) === 4 &&
    (signs >= 4 || !CODE.test(value)) &&
    entropy(value) >= 4 &&
    !isPlaceholder(value.slice(15))
  );
}

/** A generated secret with signs among its letters, in quotes, where a framework looks for it. */
export const applicationSecret: Detector = {
  id: 'application-secret',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: ['digit'],
  requires: [NAMES],
  find: (scan) =>
    findLabelled(scan, NAMES, VALUE)
      .filter(({ value }) => isSecret(value))
      .map(({ start, end }) => ({
        start,
        end,
        confidence: 0.92,
        evidence: ['pattern', 'entropy', `cue:${NAMES.id}`],
      })),
  examples: {
    positive: [
      "SECRET_KEY = 'django-insecure-HA!WeE27Y%wC$0Y_uJix4iQt3p0H!_*4hS8t2$$dogA-Gwf4fQ'",
      "define('AUTH_KEY', 'uE8;*R2-z$wq^0H!sK!lZQucEb77llIov_ZG0BFARrf8sbEgSNzkT1BGn');",
    ],
    negative: [
      "define('AUTH_KEY', 'put your unique phrase here');",
      'SECRET_KEY = "your-secret-key-goes-here-please-1!"',
      'app_key = "com.acme.module.ApplicationKeyProvider"',
    ],
  },
};
