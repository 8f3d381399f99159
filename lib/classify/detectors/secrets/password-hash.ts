import { fixedStrings } from '../../detector.ts';
import { patternDetector } from './pattern-detector.ts';

const SCHEMES = fixedStrings(
  'password-hash-scheme',
  '$2a$|$2b$|$2x$|$2y$|$1$|$5$|$6$|$y$|$7$|$apr1$|$argon2|$pbkdf2|$scrypt$|{ssha|pbkdf2_sha|scrypt:',
);

const FORMS = [
  String.raw`2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}`,
  String.raw`(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}`,
  String.raw`[56]\$(?:rounds=[0-9]{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}`,
  String.raw`[y7]\$[./A-Za-z0-9]{3,16}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}`,
  String.raw`(?:argon2(?:id|i|d)|pbkdf2-sha[0-9]{1,3}|scrypt)\$[A-Za-z0-9=,$./+-]{20,300}`,
  String.raw`\{SSHA(?:256|384|512)?\}[A-Za-z0-9+/]{28,120}={0,2}`,
  String.raw`pbkdf2_sha(?:1|256)\$[0-9]{3,9}\$[A-Za-z0-9]{1,64}\$[A-Za-z0-9+/]{27,44}=?`,
  String.raw`scrypt:[0-9]{1,8}:[0-9]{1,3}:[0-9]{1,3}\$[A-Za-z0-9]{1,64}\$[0-9a-f]{64,128}`,
];

/**
 * Accounts with their passwords as systems keep them, `name:hash` of `/etc/shadow`, `.htpasswd` and their like: crypt(5) of
 * Linux and BSD, bcrypt, Argon2 (PHC strings), LDAP (RFC 2307), Django, Werkzeug. Whoever has one can try passwords
 * against it at leisure. A hash without its account opens nothing.
 */
export const passwordHash = patternDetector({
  id: 'password-hash',
  requires: [SCHEMES],
  // What follows the first sign is looked at alone: `$word` stands in for something else.
  pattern: new RegExp(`(?<=(?<![^\\s'",])[A-Za-z0-9._@+-]{1,64}:)[$]?(?<password>${FORMS.join('|')})`, 'g'),
  confidence: 0.92,
  leastEntropy: 3,
  examples: {
    positive: [
      'mara:$6$kW8rn2pQ$0fTq9xLmVb3RzYw7KpJdNs5GhUc1EaXi4OoBv6SyDlZtMrQe8WuHgAkCjPxIfTn2LbVmRz9YwKs7JdQp5NhGu1:19700:0:99999:7:::',
      'deploy:$2b$12$Qm8xWz3kLpRv5tYn7uJdOe1aGhCbKsXfVi9EoTrMw2ZlPyNqDu6H.',
      'bind:{SSHA}kW8rn2pQ0fTq9xLmVb3RzYw7KpJdNs5G',
    ],
    negative: [
      'bcrypt example: $2b$12$Qm8xWz3kLpRv5tYn7uJdOe1aGhCbKsXfVi9EoTrMw2ZlPyNqDu6H.',
      'the prefix $2b$12$ tells the cost of bcrypt',
      'costs $6$ or $5$ each',
      'echo $1$2$3',
      '{SSHA} is a scheme of LDAP',
      'scrypt:32768:8:1 are the usual parameters',
    ],
  },
});
