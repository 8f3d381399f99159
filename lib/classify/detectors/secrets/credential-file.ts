import { fixedStrings } from '../../detector.ts';
import { characterKinds } from './character-kinds.ts';
import { patternDetector } from './pattern-detector.ts';

/**
 * Passwords at their place in files and commands: `.pgpass` (PostgreSQL documentation 34.16), Oracle's `user/password@`, keys in
 * a kubeconfig, Windows' `net use` and `ConvertTo-SecureString`.
 */
const PLACES = [
  String.raw`(?<=^[\w.*-]{1,128}:(?:[0-9]{2,5}|\*):[\w*-]{1,64}:[\w.*-]{1,64}:)[^\s:"']{6,128}$`,
  String.raw`(?<=\b(?:oracle:(?:thin|oci8?):|sqlplus (?:-[sSL]{1,2} )?)[\w$]{1,30}\/)[^\s@"'/]{6,128}(?=@)`,
  String.raw`(?<=\bclient-key-data: {1,4})LS0t[A-Za-z0-9+/]{40,8192}={0,2}`,
  String.raw`(?<=\bnet use [^\n]{0,100}\\\\[\w.$-]{1,64}\\[\w.$-]{1,64} )[^\s/\\"'*]{6,128}(?= \/user:)`,
  String.raw`(?<=\bConvertTo-SecureString (?:-String )?["'])[^"'$\n]{6,128}(?=["'])`,
  String.raw`(?<=(?:^|\s)(?:root|admin|administrator|postgres|ubuntu|deploy|pi):)[^\s@:"'/]{6,128}(?=@[\w.-]{4,128})`,
];

/** A credential where a file or a command has its place for one. */
export const credentialFile = patternDetector({
  id: 'credential-file',
  requires: [
    fixedStrings(
      'credential-place',
      ':5432:|:*:|oracle:|sqlplus|client-key-data|net use|convertto-securestring',
      'root:|admin:|administrator:|postgres:|ubuntu:|deploy:|pi:',
    ),
  ],
  pattern: new RegExp(`(?<secret>${PLACES.join('|')})`, 'dgm'),
  confidence: 0.88,
  accept: (match) => {
    const secret = match.groups?.secret ?? '';
    return characterKinds(secret) >= 2 && /[0-9]/.test(secret) && !/^[$%{<]/.test(secret);
  },
  examples: {
    positive: [
      'db.hollybank.net:5432:main:app:Vq7wbN1bUE6',
      'jdbc:oracle:thin:scott/Vq7wbN1bUE6@//db.hollybank.net:1521/ORCL',
      'sqlplus scott/Vq7wbN1bUE6@ORCL',
      'net use \\\\fs01\\share Vq7w!bN1bUE6 /user:svc',
      'ConvertTo-SecureString "Vq7w!bN1bUE6" -AsPlainText -Force',
      'ssh root:Vq7w!bN1bUE6@10.2.3.4',
    ],
    negative: [
      'db.hollybank.net:5432:*:user:password',
      'sqlplus scott/tiger@ORCL',
      'ConvertTo-SecureString $env:PW -AsPlainText',
      'net use Z: \\\\fs01\\share /persistent:yes',
      'npm i ubuntu:24.04',
    ],
  },
});
