import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { characterKinds } from './character-kinds.ts';
import { isPlaceholder } from './placeholder.ts';

/** Said of a user name and its password together. */
const PAIR = cueWords(
  'login-pair',
  'creds|credentials|login|logins|log in|login data|signin|auth|access',
  'zugangsdaten|anmeldedaten|logindaten|zugang|identifiants|connexion|acces',
  'credenciales|credenziali|acceso|accesso',
);
/** `: anna / secret`, ` are anna:secret`, `=("anna", "secret")`. */
const NAME_AND_VALUE =
  /(?: (?:are|is|sind|sont|son|lauten|data|for [\w.-]{1,40}))?[ \t]{0,2}[:=]?[ \t]{0,2}\(?["']?[\w.@\\-]{2,64}["']?[ \t]{0,2}[/:|,][ \t]{0,2}["']?(?<value>[^\s"'`<>,;()]{6,128})/iy;
/** ` mit secret`, ` with secret`. */
const WITH_VALUE = /[ \t](?:mit|with|using|avec|con)[ \t]["'`]?(?<value>[^\s"'`<>,;()]{8,128})/iy;
/** `anna / secret is the login`. */
const BEFORE =
  /(?:^|[\s(])[\w.@\\-]{2,64}[ \t]{0,2}[/:|][ \t]{0,2}(?<value>[^\s"'`<>,;()]{6,128}) (?:is|ist|est|es) (?:the|my|our|der|das|die|mein|le|mon|el|mi) ?$/i;
const LONGEST_BEFORE = 220;

/** A word, an address, a path or a time is no password: letters of both cases or a sign stand among digits. */
function isPassword(value: string): boolean {
  if (
    isPlaceholder(value) ||
    /^[/.~$#@]|:\/\/|^[\w.+-]+@[\w-]+\.[\w.]+$|^[0-9.:/-]+$|[/\\].*[/\\]|^v?[0-9]+\./.test(value)
  )
    return false;
  const isMixed = /[A-Z]/.test(value) ? /[a-z]/.test(value) : /[^\w.-]/.test(value);
  return isMixed && /[0-9]/.test(value) && /[A-Za-z]/.test(value) && characterKinds(value) >= 3;
}

function candidate(scan: Scan, start: number, value: string): Candidate | null {
  if (scan.isBareInCode(start)) return null;
  const secret = value.replace(/[.,:?]+$/, '');
  if (secret.length < 6 || !isPassword(secret)) return null;
  return { start, end: start + secret.length, confidence: 0.87, evidence: ['pattern', 'cue:login-pair'] };
}

function valueAfter(scan: Scan, pattern: RegExp, at: number): Candidate | null {
  const match = scan.matchAt(pattern, at);
  const value = match?.groups?.value;
  return match && value ? candidate(scan, at + match[0].length - value.length, value) : null;
}

/** Alone behind a preposition only a value with a sign in it counts: `login with Windows11`. */
function signed(scan: Scan, found: Candidate | null): Candidate | null {
  return found !== null && /[^A-Za-z0-9.-]/.test(scan.text.slice(found.start, found.end)) ? found : null;
}

function valueBefore(scan: Scan, start: number): Candidate | null {
  const from = Math.max(0, start - LONGEST_BEFORE);
  const before = scan.text.slice(from, start);
  if (!/ (?:is|ist|est|es) (?:\p{L}{2,4} )?$/u.test(before)) return null;
  const match = BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1));
  const value = match?.groups?.value;
  if (!match || !value) return null;
  return candidate(scan, from + before.lastIndexOf(value), value);
}

/** A user name and its password behind one word for both: `creds: anna / ...`, `auth=("anna", "...")`, `Login mit ...`. */
export const loginPair: Detector = {
  id: 'login-pair',
  type: 'SECRET',
  class: 'SECRET',
  regions: [],
  needs: ['digit'],
  requires: [PAIR],
  find(scan) {
    const { starts, ends } = scan.words(PAIR);
    return ends
      .flatMap((end, index) => [
        valueAfter(scan, NAME_AND_VALUE, end) ?? signed(scan, valueAfter(scan, WITH_VALUE, end)),
        valueBefore(scan, starts[index]!),
      ])
      .filter((found) => found !== null);
  },
  examples: {
    positive: [
      'creds: mkeller / Vq7w!bN1bUE6',
      'Zugangsdaten mkeller:Vq7w!bN1bUE6',
      'requests.get(url, auth=("mkeller", "Vq7w!bN1bUE6"))',
      'Login mit Winterreifen#88 klappt nicht',
      'admin / Vq7w!bN1bUE6 is the login',
      'identifiants : mkeller / Vq7w!bN1bUE6',
    ],
    negative: [
      'credentials: include',
      'auth=("user", "pass")',
      'auth=(user, password)',
      'Zugangsdaten: folgen per Post',
      'login: a/b/Path2/file.ts',
      'login with Windows11 or macOS',
      'access log: 10.0.0.1:8080/Index.html',
      'creds: mkeller / ********',
    ],
  },
};
