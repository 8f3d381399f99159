import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { afterLabel, findLabelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';
import { characterKinds } from './character-kinds.ts';
import { isPlaceholder } from './placeholder.ts';

const NAMES = cueWords(
  'password-name',
  'password|passwd|passwort|kennwort|mot de passe|contrasena|parola|passphrase|pwd|passcode|pw|mdp|motdepasse|haslo|wachtwoord|senha|pgpassword|mysql_pwd|pass word|p@ssword|p@ssw0rd|passw0rd|pa$$word|p4ssword|p4ssw0rd|p w d|p a s s w o r d',
  'identified by|db_pass|db_password|dbpassword|userpassword|rootpassword|adminpassword|wifi key|wpa key|pass',
);
/** Said of a password and of much else: only of what looks like one. */
const WEAK_NAMES = cueWords('password-hint', 'clave|acceso');
/** With one of these in front, a password may follow its name without a sign: `user anna pass ...`, `.netrc`. */
const USERS = cueWords(
  'password-user',
  'user|username|user name|login|account|machine|benutzer|benutzername|nutzer|konto',
  'utilisateur|identifiant|compte|usuario|cuenta|utente|gebruiker',
);
const USER_REACH = 80;
/** Several words may be one: only in quotes. */
const PHRASES = cueWords(
  'passphrase',
  'passphrase|pass phrase|passwortsatz|phrase secrete|frase segreta|frase secreta',
);
const PHRASE = afterLabel('(?<=["\'`])[^"\'`\\n]{12,128}(?=["\'`])');
const OF_A_MESSAGE = /\b(?:is|are|must|not|no|your|the|enter|please|empty|required|invalid|wrong|needed|for|to)\b/i;
/** What is no word of any other meaning. */
const SHORT_NAME = /^(?:pw|pwd|mdp|identified by)\s/i;
/** As Google makes them for programs: letters drawn by lot have fewer vowels than words. */
const DRAWN = /^(?=(?:[^aeiou]*[aeiou]){0,4}[^aeiou]*$)[a-z]{16}$/;

/** `temp pw for the new laptop: ...` */
const PURPOSE = '(?: (?:for|to|of|on|von|fur|für|zu|pour|de|para|per) [^\\n:=]{1,40}(?=[:=]))?';
const VALUE = afterLabel('[^\\s"\'`<>,;]{6,128}', '', PURPOSE);
/** In a string literal anything up to the closing quote may be the password. */
const QUOTED = /["']/;
const CODE_VALUE =
  /^(?:0x[0-9a-f]+$|null|none|undefined|anonymous|one-way|true|false|string|text|str|varchar|required|hidden|input|self\.|this\.|req\.|params|config|settings|options|args|process\.|os\.|env|get[A-Z_]|String|Field|Column|CharField|password|passwd|passwort|hash|bcrypt|reset|change|policy|field|manager|protected|must|should|strength|incorrect|invalid|wrong|forgot|correct|before|because)/i;
const CALL_OR_PATH = /[([{]|^\/|^\.|^:|^https?:|->|::|^[a-z_]+(?:\.[a-zA-Z_]+)+$/;
/** `$pw = ConvertTo-SecureString`. */
const CMDLET = /^[A-Z][A-Za-z]{1,15}-[A-Z][A-Za-z]+$/;
/** `PGPORT=5432`: the next line of the settings. */
const NEXT_SETTING = /^[A-Z][A-Z0-9_]+=/;
/** `MD5Password = MD5Password`: the name of something. */
const OWN_NAME = /^[A-Za-z_$][\w$]*(?:password|passwd|passwort|passphrase)\w{0,12}$/i;
/** `sha1(password) = ...`: what comes out of it. */
const DIGESTED = /(?:hash|sha|md[45]|crypt|pbkdf|argon|digest|checksum)\w{0,12}\(["']?$/i;
const DIRECTORY = /^(?:[A-Za-z]:)?[\\/][\w.-]+[\\/]|^~[\\/]/;
/** `--- PASS: TestQueue/empty (0.00s)`, `PASS: test-vasprintf.sh`: how a test ended. */
const OUTCOME_BEFORE = /--- PASS: $/;
const OUTCOME_BEHIND = /^ \([0-9.]+ ?m?s\)/;
const OUTCOME = /^PASS:? [\w./-]+\.[a-z]{2,4}$/;
const SYMBOL = /[^A-Za-z0-9.]/;

function weigh(scan: Scan, start: number, label: number, value: string): Candidate | null {
  const end = start + value.length;
  const quoted = QUOTED.test(scan.text[start - 1] ?? '') && QUOTED.test(scan.text[end] ?? '');
  const between = scan.text.slice(label, start);
  const assigned = /[:=]/.test(between);
  const said = /(?:^|\s)(?:is|was|ist|est|es|è|lautet)\b/i.test(`${between} `) || /\sè\s/.test(between);
  const isStrong = characterKinds(value) >= 3 && /[0-9]/.test(value) && value.length >= 8;
  const follows = isStrong && /\s["'`]?$/.test(between);
  const isNamed = SHORT_NAME.test(between) || scan.distanceBefore(USERS, label, USER_REACH) >= 0;
  if (!assigned && !said && !(follows && isNamed)) return null;
  if (isPlaceholder(value) || CODE_VALUE.test(value)) return null;
  if (!quoted && (CALL_OR_PATH.test(value) || NEXT_SETTING.test(value) || OWN_NAME.test(value) || CMDLET.test(value)))
    return null;
  if (DIGESTED.test(scan.text.slice(Math.max(0, label - 24), label))) return null;
  if (
    OUTCOME_BEFORE.test(scan.text.slice(Math.max(0, start - 10), start)) ||
    OUTCOME_BEHIND.test(scan.text.slice(end, end + 12)) ||
    OUTCOME.test(scan.text.slice(Math.max(0, start - 6), end))
  )
    return null;
  // What `PWD` says in an environment.
  if (DIRECTORY.test(value)) return null;
  if (assigned && quoted && DRAWN.test(value))
    return { start, end, confidence: 0.8, evidence: ['pattern', 'cue:password-name'] };
  const kinds = characterKinds(value);
  const mixed = /[0-9]/.test(value) || SYMBOL.test(value);
  if (kinds < 2 || (!mixed && !quoted)) return null;
  const confidence = kinds >= 3 ? 0.9 : quoted && mixed ? 0.88 : mixed ? 0.8 : 0.6;
  return { start, end, confidence, evidence: ['pattern', 'cue:password-name'] };
}

/** Sentence punctuation is not part of a password said in prose. */
function trimmed(value: string): string {
  return value.replace(/[.,:?]+$/, '').replace(/\)+$/, (run) => (value.includes('(') ? run : ''));
}

/** At least three words in quotes that are no message about a passphrase. */
function phrases(scan: Scan): Candidate[] {
  return findLabelled(scan, PHRASES, PHRASE)
    .filter(({ value }) => value.trim().split(/\s+/).length > 2 && !OF_A_MESSAGE.test(value) && !isPlaceholder(value))
    .map(({ start, end }) => ({ start, end, confidence: 0.8, evidence: ['pattern', 'cue:passphrase'] }));
}

/** A password with its name in front of it, in code, configuration, a note or a sentence. */
export const password: Detector = {
  id: 'generic-password',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: [],
  requires: [NAMES, WEAK_NAMES, PHRASES],
  cues: [USERS],
  find: (scan) =>
    [
      ...findLabelled(scan, NAMES, VALUE),
      ...findLabelled(scan, WEAK_NAMES, VALUE).filter(({ value }) => characterKinds(trimmed(value)) > 2),
    ]
      .map(({ start, label, value }) => weigh(scan, start, label, trimmed(value)))
      .filter((candidate) => candidate !== null)
      .concat(phrases(scan)),
  examples: {
    positive: [
      'password = "Tr0ub4dor&3"',
      'my password is hunter2! please help',
      'DB_PASSWORD=s3cr3tPa55word',
      "{'passwd': 'qW7#kk29'}",
      'Passwort: Sommer2024!',
      'temp pw for the new laptop: Kestrel.70213.up',
      'user mkeller pass Vq7w!bN1bUE6',
      'machine api.acme.io\n  login mkeller\n  password Vq7wbN1bUE6',
      'das Passwort lautet Vq7w!bN1bUE6',
      'mi clave es Vq7w!bN1bUE6',
      'mdp: Vq7w!bN1bUE6',
      'la password del router è Tordo41Grigio',
      "CREATE USER app IDENTIFIED BY 'Wd83Kmqz'",
      "set password for 'app'@'%' = 'Wd83Kmqz'",
      'the backup vault pw Wd83Kmqz!',
      'passphrase: "otter lantern gravel 9 plum"',
      "EMAIL_HOST_PASSWORD = 'kzqwvnplxmthrsbd'",
    ],
    negative: [
      'password = os.environ["DB_PASS"]',
      'password: string;',
      'type MD5Password = AuthenticationMD5Password',
      'my password is not working',
      'password = "changeme"',
      'password=<your password>',
      'The password is required.',
      'mi clave es la paciencia',
      'user pass rate is 95% in Build7x',
      'contraseña: tu_contraseña',
      'const password = await getPassword(user1)',
      'Password: ********',
      'passphrase "must not be left empty"',
      "password = 'incomprehensible'",
      "IDENTIFIED BY 'password'",
      'the pw field in Build7x',
      '--- PASS: TestQueue/empty_2 (0.00s)',
      'md5("password") = 5f4dcc3b5aa765d61d8327deb882cf99',
    ],
  },
};
