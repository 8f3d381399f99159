import { fixedStrings } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { patternDetector } from './pattern-detector.ts';

/** Passwords of the tutorials: nobody is harmed when they leave. */
const TUTORIAL = /^(?:(?:my|your|some|the)?[-_]?(?:password|passwd|pass|pwd|user|username|secret|token)|x|oauth2)$/i;
const LOCAL = new Set(['localhost', '127.0.0.1', 'example.com']);

function isReal(match: RegExpExecArray): boolean {
  const { user = '', password = '', host = '' } = match.groups ?? {};
  if (TUTORIAL.test(password)) return false;
  return !(LOCAL.has(host.toLowerCase()) && password === user);
}

const JOINT = fixedStrings('scheme-joint', '://');
const SCHEME_CHARACTER = /[A-Za-z0-9+.-]/;
const LONGEST_SCHEME = 31;

/** Where the schemes of addresses begin. */
function schemes(scan: Scan): number[] {
  const { text } = scan;
  return scan.words(JOINT).starts.map((joint) => {
    let at = joint;
    while (at > 0 && joint - at <= LONGEST_SCHEME && SCHEME_CHARACTER.test(text[at - 1]!)) at -= 1;
    return at;
  });
}

/**
 * A password inside an address (RFC 3986 userinfo): databases, brokers, caches, web. The finding is the whole address up to
 * the host, since user, password and host together are what opens the door.
 */
export const credentialsUrl = patternDetector({
  id: 'credentials-url',
  requires: [JOINT],
  pattern:
    /(?<![A-Za-z0-9+.-])(?<secret>[a-zA-Z][a-zA-Z0-9+.-]{1,30}:\/\/(?<user>[^\s:@/'"`<>]{0,128}):(?<password>[^\s@/'"`<>]{3,256})@(?<host>[A-Za-z0-9.-]{1,255}))/dy,
  places: schemes,
  confidence: 0.92,
  accept: isReal,
  examples: {
    positive: [
      'DATABASE_URL=postgres://app:Vq7wbN1bUE6@db.acme.io:5432/main',
      'mongodb+srv://svc:k9Lm2BSbU4rST@cluster0.acme.mongodb.net/x',
      'postgres://todo_app:Wd4uX0rzK@db.sample.acme.io/main',
      'curl https://deploy:9fK2BTspRWFM@git.acme.io/repo.git',
    ],
    negative: [
      'postgres://user:password@localhost/db',
      'https://user:YOUR_PASSWORD@host.io/',
      'postgres://someuser:somepassword@somehost/base',
      `redis://:${'$'}{REDIS_PASSWORD}@cache:6379`,
      'http://host.io:8080/@scope/name',
      'git@github.com:acme/repo.git',
    ],
  },
});
