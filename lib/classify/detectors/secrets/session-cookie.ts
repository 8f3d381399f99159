import { cueWords } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';

/** Names under which frameworks keep the session: whoever has the value is signed in. */
const NAMES = [
  ...[
    'phpsessid',
    'jsessionid',
    'sessionid',
    'session_id',
    'sessid',
    'connect.sid',
    'asp.net_sessionid',
    'laravel_session',
  ],
  ...[
    '_session',
    'session',
    'auth_token',
    'remember_token',
    'remember_user_token',
    'access_token',
    'sid',
    'ssid',
    'li_at',
  ],
  ...['__host-session', '__secure-session', '.aspxauth', '.aspnetcore.cookies', 'wordpress_logged_in', 'user_session'],
];

const NAME = NAMES.map((name) => name.replaceAll('.', '\\.')).join('|');

/** A session in a `Cookie` or `Set-Cookie` header (RFC 6265), or in a cookie jar. */
export const sessionCookie = patternDetector({
  id: 'session-cookie',
  requires: [cueWords('cookie', 'cookie|set-cookie|document.cookie|cookiejar|cookies')],
  pattern: new RegExp(
    `(?<![A-Za-z0-9])(?:${NAME})[A-Za-z0-9_]{0,40}(?:=|"\\s{0,2}[:,]\\s{0,2}")(?<secret>[A-Za-z0-9%._~+/-]{20,1024}={0,2})`,
    'dgi',
  ),
  confidence: 0.88,
  leastEntropy: 2.8,
  accept: (match) => /[0-9]/.test(match.groups?.secret ?? ''),
  examples: {
    positive: [
      '"Cookie: PHPSESSID=4ynvqlx6crr3a2uvqvpniiemm5; theme=dark"',
      'Set-Cookie: sessionid=38afes7a8dkq2l9x0vbn4mzt61ty; HttpOnly',
    ],
    negative: [
      'Cookie: PHPSESSID=...; theme=dark',
      'the session cookie session=on is set',
      'Cookie: theme=dark; lang=en',
    ],
  },
});
