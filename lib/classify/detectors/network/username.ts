import { type Candidate, cueWords, type Detector, fixedStrings } from '../../detector.ts';
import { afterLabel, findLabelled, type Labelled } from '../../labelled.ts';
import type { Scan } from '../../scan.ts';

const USER = cueWords(
  'username',
  'username|user name|usernames|userid|user id|user-id|login name|github user|gitlab user|reddit user|github username|gamertag|skype id|skype name|post as @|inlognaam|ad account|domain account|accountnaam|loginname|login-name|net user|identifiant de connexion|login id|screen name|screenname|benutzername|nutzername|benutzerkennung|anmeldename',
  "nom d'utilisateur|nombre de usuario|nome utente|gebruikersnaam|nome de usuario|logged in as|signed in as|log in as|login as|my handle|his handle|her handle|user handle|my user|his user|her user|their user|signed up as|registered as|posts as|posting as|account name|kontoname|usuario es|mi usuario|son pseudo|mon pseudo|pseudo",
);
const PLATFORM = cueWords(
  'account-platform',
  'twitter|instagram|insta|discord|my github|her github|his github|their github|github user|gitlab user|github handle|twitter handle|x handle|instagram handle|facebook|threads|bluesky handle|youtube handle|kakaotalk|telegram|snapchat|tiktok|mastodon|bluesky|reddit user|steam|twitch|skype|wechat|line id|signal username|xing|slack handle',
);
/** Words that also begin a sentence of the user, or the rest of a form: only a name that stands alone counts. */
const WEAK = cueWords(
  'weak-username',
  'user|login|for user|handle|benutzer|utilisateur|usuario|utente|gebruiker|identifiant|kennung|anmeldung',
);
const NAME = '(?=[A-Za-z0-9_.-]{3})[A-Za-z][A-Za-z0-9_-]{0,30}(?:\\.[A-Za-z0-9_-]{1,20}){0,3}(?:#[0-9]{4})?';
const VALUE = afterLabel(`@?${NAME}(?![A-Za-z0-9@(=])`);
/** With a sign that it is the name of an account: `@`, a digit, an underscore. */
const MARKED = afterLabel(`(?:@${NAME}|(?=[A-Za-z-]{0,24}[0-9_])${NAME})(?![A-Za-z0-9@(/])`);
/** What may follow a name behind such a word. */
const ALONE =
  /^["'`]?\.?(?:[ \t]{0,3}(?:$|[\n,;|)}\]/])|[ \t]{1,3}(?:pass|pw|pwd|password|passwort|kennwort|from|by|is|was|can|can't|cannot|kann|locked|logged|und|and|et|y|e|en|no puede|ne peut|non)(?![\p{L}]))/u;
/** `message.receipt_handle`: part of an object. */
const MEMBER = /^[a-z]+\.[a-z]+_[a-z_]+$/;
/** A file or a host. */
const FILE_OR_HOST = /\.(?:[a-z]{2,3}|ya?ml|json|html|toml|conf|info|local)$|\..*\./i;
const TOLD = /[0-9_.@#]|^[^A-Z]*-/;
/** `@anna.k on Instagram`. */
const ON_PLATFORM = /(?<![\w.@])@([A-Za-z][A-Za-z0-9_.]{2,30}) (?:on|auf|sur|en|su|op) (?:my )?$/;

function onPlatform(scan: Scan): Candidate[] {
  if (!scan.shape.has('at')) return [];
  return scan.words(PLATFORM).starts.flatMap((at) => {
    const from = Math.max(0, at - 48);
    const match = ON_PLATFORM.exec(scan.text.slice(from, at));
    if (match === null) return [];
    return [found(from + match.index, from + match.index + match[1]!.length + 1)];
  });
}

/** Logs: `2026-04-02 09:14:07 ... user=oheikki ip=...`, `77.20.118.93 - mschuster [` or `"GET`, and mentions in chats. */
const LOGGED =
  /(?<=[0-9]{2}:[0-9]{2}[^\n]{0,120}?[ ,;("])(?:user|login|username|uid|usr|acct)=["']?([a-z][a-z0-9._-]{3,30})(?=["',;)\s]|$)/gim;
const SERVED = /(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3} - ([a-z][a-z0-9._-]{2,30}) (?=\[|")/gi;
const MENTIONED = /(?<![A-Za-z])<@([A-Za-z][A-Za-z0-9_.]{2,30})>/g;
const LOG = fixedStrings('log-user', 'user=|login=|username=|uid=|usr=|acct=| - |<@');
const NOBODY =
  /^(?:root|admin|guest|test|tests?user|user|system|nobody|none|null|true|false|default|anonymous|unknown|daemon|service|app|appuser|www-data|postgres|mysql|redis|nginx|ubuntu|debian|deploy|jenkins|git|backup|monitor)$/i;

function loggedIn(scan: Scan): Candidate[] {
  const patterns = [
    ...(/=/.test(scan.text) ? [LOGGED] : []),
    ...(scan.shape.has('dot') ? [SERVED] : []),
    ...(scan.text.includes('<@') ? [MENTIONED] : []),
  ];
  return patterns.flatMap((pattern) =>
    [...scan.matchAll(pattern)].flatMap((match) => {
      const name = match[1]!;
      if (NOBODY.test(name) || CONSTANT.test(name) || SERVICE.test(name)) return [];
      const start = match.index + match[0].lastIndexOf(name);
      return [{ start, end: start + name.length, confidence: 0.7, evidence: ['pattern', 'cue:log'] }];
    }),
  );
}

/** What stands behind such a label in code and manuals. */
const NO_NAME =
  /^(?:self|this|options|os|process|config|request|req|ctx|context|user|credentials|params|data|args|props|event|obj|session|env|settings|e-mail|log-in|sign-in|case-sensitive|non-\w+|read-\w+|utf-?[0-9]+|e\.g|i\.e|u?int\d+|float\d+|@?v\d+|user_?(?:name|id)|user-\w+|\w+_(?:rw|ro|user|svc|app|role|db)|[0-9a-f]{12,})(?:\.|$)/i;

/** `svc-backup2`, `ci_runner`: the account of a program. */
const SERVICE =
  /^(?:svc|srv|ci|sys|cron|build|deploy|backup|web|app|api|db|etl)[-_.]|[-_.](?:svc|service|bot|runner|app|api|db|user|role|agent|job|worker|ro|rw)[0-9]{0,3}$/i;

/** `ATTR_PASSWORD`: a name in a program. */
const CONSTANT = /^@?(?:\w+\.)?(?:[A-Z][A-Z0-9]*_[A-Z0-9_]*|[A-Z]+)$/;

/** Two consonants no word of English begins with: an initial and a surname, as in `jdoe` and `hschmidt`. */
const INITIALLED =
  /^(?!(?:bl|br|ch|cl|cr|cz|dr|dw|fl|fr|gh|gl|gn|gr|kl|kn|kr|kh|ph|pl|pn|pr|ps|qu|rh|sc|sh|sk|sl|sm|sn|sp|sq|st|sv|sw|th|tr|ts|tw|vl|wh|wr|zh|zw)|db|pg|my|ms|ft|sf|ht|js|ng|sql|ssh|http|xml|vpn|gc|aws|md|px|tmp|ctx|src|cfg|str)[b-df-hj-np-tv-xz]{2}[a-z]{0,3}[aeiouy][a-z]{0,12}$/;
/** `AliceW`, `DarkWolf`. */
const HUMPED = /^(?!Mc|Mac|De|Di|Da|La|Le|Van|Jo|Fitz)[A-Z]?[a-z]{2,12}[A-Z][A-Za-z]{0,10}$/;
const looksMadeUp = (value: string) => INITIALLED.test(value) || HUMPED.test(value);
/** `, dragState`: the next of a list. */
const NEXT = /,[^,]*$/;
/** `multi-user.target`, `user-arg2`, and the line below: no label of what follows. */
const JOINED = /^(?:[-.]|\s*\n\s*)$/;

/** No ordinary word, nothing of a program or a manual. */
function isName(scan: Scan, { start, end, value, labelEnd }: Labelled): boolean {
  return (
    // `handleAsyncEvent` is one word.
    start > labelEnd &&
    (TOLD.test(value) ||
      (looksMadeUp(value) &&
        !NEXT.test(scan.text.slice(labelEnd, start)) &&
        ALONE.test(scan.text.slice(end, end + 16)))) &&
    !NOBODY.test(value) &&
    !NO_NAME.test(value) &&
    !CONSTANT.test(value) &&
    scan.text[start - 1] !== '_' &&
    !scan.inCode(start)
  );
}

/** Behind a word that says little: marked or made up, and nothing else in its field or clause. */
function isAlone(scan: Scan, { start, end, value, labelEnd }: Labelled): boolean {
  return (
    (/[0-9_@]|^[a-z]+\.[a-z]+$/.test(value) || looksMadeUp(value)) &&
    !MEMBER.test(value) &&
    !JOINED.test(scan.text.slice(labelEnd, start)) &&
    !SERVICE.test(value) &&
    !FILE_OR_HOST.test(value) &&
    ALONE.test(scan.text.slice(end, end + 16))
  );
}

function found(start: number, end: number, confidence = 0.86): Candidate {
  return { start, end, confidence, evidence: ['pattern', 'cue:username'] };
}

/** Names of accounts, known by their label or the platform in front; ordinary words are none, nor is anything in code. */
export const username: Detector = {
  id: 'username',
  type: 'USERNAME',
  class: 'PII',
  regions: [],
  needs: [],
  requires: [USER, PLATFORM, WEAK, LOG],
  find: (scan) => [
    ...loggedIn(scan),
    ...onPlatform(scan),
    ...[...findLabelled(scan, USER, VALUE), ...findLabelled(scan, PLATFORM, MARKED)]
      .filter((labelled) => isName(scan, labelled))
      .map(({ start, end }) => found(start, end)),
    ...findLabelled(scan, WEAK, VALUE)
      .filter((labelled) => isName(scan, labelled) && isAlone(scan, labelled))
      .map(({ start, end }) => found(start, end, 0.62)),
  ],
  examples: {
    positive: [
      'username: jdoe42',
      'my user is jdoe_88',
      'her github is @octo-anna',
      'signed up as sunny_girl_92',
      'username: jdoe',
      'GitHub user thjorvald-dev pushed again',
      'my login is m.keller',
      'user "bmoreau" locked out',
      'session opened for user ninja_turtle by (uid=0)',
      'my user name is anna.maier',
      '"username": "k_lee99"',
      'Benutzername: mmueller7',
      'Instagram @lucia.bakes',
      "I'm logged in as pferreira_77, my mail is gone",
      'Discord kraken_pl#4471 threatened me',
      '2026-04-02 09:14:07 WARN login failed user=oheikki ip=91.154.22.8',
      '77.20.118.93 - mschulte [12/Feb/2026:11:02:47 +0100] "GET /export.csv"',
      '<@moritz_k> who has the number?',
    ],
    negative: [
      'username and password',
      'username: admin',
      'the username is required',
      'username = self.username',
      'username: string',
      'user: python3 does not start',
      'login: portal.example.com',
      'User: config.yaml',
      'login: required',
      'user self-service',
      'GitHub repositories',
      'GitHub Actions',
      'his user story',
      'user=postgres password=x host=db',
      'username: order_rw',
      '12:30 user=root',
      '12:30:11 INFO user=etl_loader rows=12',
      '"handleAsyncEvent": 3',
      '["name", "handle", "childPath"]',
      'user: ci_runner',
      '"ReceiptHandle": message.receipt_handle,',
    ],
  },
};
