import { cueWords } from '../../detector.ts';
import { characterKinds } from './character-kinds.ts';
import { patternDetector } from './pattern-detector.ts';

/** Programs that take a password on their command line, by how they take it. */
const PROGRAMS = cueWords(
  'password-command',
  'mysql|mysqldump|mysqladmin|mariadb|sshpass|curl|wget|plink|pscp|redis-cli',
  'smbclient|net use|ldapsearch|ldapadd|ldapmodify|rdesktop|xfreerdp|docker login|htpasswd',
  'sqlplus|sqlcmd|mongosh|mongo|mongodump|rabbitmqadmin|ipmitool|psexec|winexe|openssl|zip|unzip|keytool|jarsigner|gpg',
);

/** `-p'...'` and `-pSECRET`, `-u user:SECRET`, `-U user%SECRET`, `/user:NAME SECRET`, `-a SECRET`, `pass:SECRET`. */
const OPTION =
  /(?<=[ \t])(?:-p[ \t]?(?=['"]|[^\s'"-])|-pw[ \t]|-a[ \t]|-w[ \t]|-k[ \t]|-P[ \t]|-(?:store|key)pass[ \t]|--(?:password|passwd|pass|passphrase)(?:=|[ \t])|\/p:|-u[ \t]?["']?[^\s:'"]{1,64}:|--user[ =]["']?[^\s:'"]{1,64}:|-U[ \t]?["']?[^\s%'"]{1,64}%|\/user:[^\s]{1,64}[ \t]|-pass(?:in|out)[ \t]pass:)["']?(?<secret>[^\s'"`<>|;]{6,128})/dg;

/** `-p web-extension.pem`: what is read or written. */
const FILE = /^[\w-]{1,60}\.(?:pem|key|crt|cer|der|p12|pfx|jks|json|ya?ml|txt|conf|ini|sql|gz|zip|tar|log|csv|db)$/i;

function isSecret(match: RegExpExecArray): boolean {
  const secret = match.groups?.secret ?? '';
  // A port mapping, a path, a variable or another option is no password.
  return (
    characterKinds(secret) >= 2 &&
    /[0-9]|[^A-Za-z0-9]/.test(secret) &&
    !FILE.test(secret) &&
    !/^[0-9:.,]+$|^[/.$%-]|^[a-z]{2,6}:\/\/|=/.test(secret)
  );
}

/** A password given to a program on its command line. */
export const commandPassword = patternDetector({
  id: 'command-password',
  requires: [PROGRAMS],
  pattern: OPTION,
  confidence: 0.87,
  accept: (match) =>
    isSecret(match) &&
    /\b(?:mysql|mariadb|sshpass|curl|wget|plink|pscp|redis-cli|smbclient|net use|ldap|rdesktop|freerdp|docker login|htpasswd|sqlplus|sqlcmd|mongo|rabbitmq|ipmitool|psexec|winexe|openssl|zip|keytool|jarsigner|gpg)/i.test(
      match.input.slice(Math.max(0, match.index - 160), match.index),
    ),
  examples: {
    positive: [
      'mysql -h db -u root -pTj49vQz8Ke shop < dump.sql',
      "sshpass -p 'hG6!wq0Zr3' ssh deploy@10.0.0.4",
      'curl -u admin:Bv83-kkQ0q https://jenkins.acme.net',
      'net use Z: \\\\fs01\\projects /user:HOLLY\\svc_backup B4ckup-2026!now',
      'redis-cli -h cache -a Nw7kQx2p9L ping',
      'keytool -list -keystore k.jks -storepass Hb72kqWz',
      'zip -P Rd83mqzK out.zip report.pdf',
    ],
    negative: [
      'mysql -h db -u root -p shop < dump.sql',
      'docker run -p 8080:8080 image && curl -u admin: https://host',
      'curl -u "$USER:$TOKEN" https://host',
      'ssh -p 2222 host',
      'keytool -storepass changeit',
      'curl -k https://host1.acme.net',
      'curl -P 10.0.0.4 ftp://host',
      'mkdir -p /var/lib/data2/x',
      'zip -r -9 -j - web-extension | crx3 -p web-extension.pem',
    ],
  },
});
