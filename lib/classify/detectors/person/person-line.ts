import { type Candidate, cueWords, type Detector } from '../../detector.ts';
import { KNOWN, levelOf, lookUp, type NameTable } from '../../names/name-table.ts';
import { hashText } from '../../names/tokens.ts';
import type { Scan } from '../../scan.ts';
import { type NameWord, readNameWords } from './name-words.ts';
import { ROLES } from './person-cues.ts';
import { besideTagged } from './tagged-as.ts';

/** Heads of mails and minutes; only at the beginning of a line, where they are no prepositions. */
const HEADERS = cueWords(
  'person-header',
  'from|to|cc|bcc|attendees|participants|present|absent|invitees|reply-to|von|an|kopie|teilnehmer|anwesend|teilnehmende',
  'de|a|para|presents|asistentes|presentes|da|partecipanti|presenti|aan|aanwezig|deelnemers',
);
/** What a message ends with before the name of its writer. */
const CLOSINGS = cueWords(
  'closing',
  'thanks|thank you|thanks again|thx|ty|cheers|best|wishes|regards|warmly|sincerely|yours|truly|faithfully|respectfully',
  'love|xx|take care|br|kr',
  'talk soon|speak soon|see you|gruß|gruss|gruße|grusse|mit freundlichen grußen|mit freundlichen grussen|lg|vg|mfg|danke|vielen dank',
  'cordialement|bien a vous|cdlt|salutations|merci|bises|amities|a bientot|saludos|atentamente|un abrazo|gracias|saludo|saluti',
  'grazie|a presto|groet|groeten|mvg|bedankt',
);

const ROLE_GAP = /["'*)\]]{0,3}[ \t]{0,4}[:=][ \t]{0,4}["'*([]{0,2}/y;
const HEADER_GAP = /\*{0,2}[ \t]{0,2}:\*{0,2}[ \t]{0,4}["']?/y;
const CLOSING_GAP = /[ \t]{0,3}[,.!]{0,3}[ \t]{0,3}\r?\n(?:[ \t]{0,3}\r?\n)?[ \t]{0,4}[-–—*_~]{0,3}[ \t]{0,2}/y;
const LINE_START = /(?:^|\n)[ \t>*_-]{0,6}$/;
const LINE_END = /[ \t]{0,3}[.,*_]{0,2}[ \t]{0,3}(?:\r?\n|$)/y;
/** Between two names of a list, with the address of the first. */
const NEXT_NAME =
  /["']?(?: ?<[^<>\n]{1,80}>| ?\([^()\n]{1,40}\))?[ \t]?(?:[,;&/]|(?:and|und|et|y|e|en)(?= ))[ \t]{0,3}["']?/y;
/** What a line of a chat or of minutes may begin with in front of who speaks. */
const TIME = /(?:[[(<]?[0-9][0-9:., T/-]{3,22}(?: ?[AP]M)?Z?[\])>]?[ ,–-]{0,3})?/y;

const MOST_NAMES = 30;
const MOST_WORDS = 4;
/** Borne as a name, or used as a word, often enough to count as one. */
const COMMON = 2;
/** Words by which a name is that of a firm or a team. */
const FIRM = /^(?:inc|ltd|llc|plc|gmbh|corp|co|ag|kg|sa|srl|bv|team|group|office|department)$/;
/** How sure a single given name is. */
const ALONE = 0.84;
const LONGEST_NAME = 60;

interface Name {
  start: number;
  end: number;
  confidence: number;
}

/** A name that begins exactly at `at` and does not leave its line; null when the words there are no name. */
function nameAt(scan: Scan, at: number, mayBeWord: boolean): Name | null {
  const { models } = scan.data;
  const line = scan.text.slice(at, at + LONGEST_NAME).split('\n', 1)[0]!;
  const words = readNameWords(line, scan.folded.slice(at, at + line.length), models.tables.names);
  const table = models.names?.table;
  if (words[0]?.start !== 0 || table === undefined) return null;
  let last = 0;
  while (last < MOST_WORDS - 1 && words[last]!.joined) last += 1;
  const confidence = certainty(words.slice(0, last + 1), table, mayBeWord);
  return confidence === 0 ? null : { start: at, end: at + words[last]!.end, confidence };
}

/**
 * How sure words are a name where one is due; zero when they are other words. `mayBeWord`: whether a given name that is
 * used more often as another word will do.
 */
function certainty(words: readonly NameWord[], table: NameTable, mayBeWord: boolean): number {
  if (words.some(({ key }) => FIRM.test(key))) return 0;
  const known = words.map(({ key }) => lookUp(table, hashText(key)));
  const isGiven = levelOf(known[0]!, KNOWN.given) >= COMMON;
  if (words.length === 1) {
    const asOftenAs = (other: number) => levelOf(known[0]!, KNOWN.given) >= levelOf(known[0]!, other);
    return isGiven && (mayBeWord || (asOftenAs(KNOWN.ordinary) && asOftenAs(KNOWN.place))) ? ALONE : 0;
  }
  const isOther = (value: number) =>
    levelOf(value, KNOWN.ordinary) >= COMMON &&
    levelOf(value, KNOWN.given) < COMMON &&
    levelOf(value, KNOWN.surname) < COMMON;
  if (known.some((value, index) => !words[index]!.initial && isOther(value))) return 0;
  return isGiven ? 0.88 : 0.76;
}

/** The names of a list that begins at `at`. */
function listAt(scan: Scan, at: number): Name[] {
  const names: Name[] = [];
  for (let next = at; names.length < MOST_NAMES; ) {
    const name = nameAt(scan, next, false);
    if (name === null) break;
    names.push(name);
    const match = scan.matchAt(NEXT_NAME, name.end);
    if (match === null) break;
    next = name.end + match[0].length;
  }
  return names;
}

/** Names behind what is said to be a person's: `reviewer: …`, `Cc: …, …`. */
function labelled(scan: Scan): Name[] {
  const of = (list: typeof ROLES, gap: RegExp, isHead: (start: number) => boolean) => {
    const { starts, ends } = scan.words(list);
    return ends.flatMap((end, index) => {
      const match = isHead(starts[index]!) ? scan.matchAt(gap, end) : null;
      return match === null ? [] : listAt(scan, end + match[0].length);
    });
  };
  return [
    ...of(ROLES, ROLE_GAP, () => true),
    ...of(HEADERS, HEADER_GAP, (start) => LINE_START.test(scan.text.slice(Math.max(0, start - 8), start))),
  ];
}

/** The name under the last words of a message, alone on its line. */
function signatures(scan: Scan): Name[] {
  return scan.words(CLOSINGS).ends.flatMap((end) => {
    const match = scan.matchAt(CLOSING_GAP, end);
    const name = match === null ? null : nameAt(scan, end + match[0].length, true);
    return name !== null && scan.matchAt(LINE_END, name.end) !== null ? [name] : [];
  });
}

/** Those whose names begin the lines of a chat: at least two lines, and most of the lines that have a label. */
function speakers(scan: Scan): Name[] {
  const { text } = scan;
  const names: Name[] = [];
  let labels = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const at = start + (scan.matchAt(TIME, start)?.[0].length ?? 0);
    const colon = text.slice(at, Math.min(end, at + LONGEST_NAME)).search(/: \p{L}/u);
    if (colon > 0) {
      labels += 1;
      const name = nameAt(scan, at, true);
      if (name?.end === at + colon) names.push(name);
    }
    start = end + 1;
  }
  return names.length >= 2 && names.length * 2 > labels ? names : [];
}

/** People where the form of a line says that somebody is named: roles, heads of mails, signatures, who speaks. */
export const personLine: Detector = {
  id: 'person-line',
  type: 'PERSON',
  class: 'PII',
  regions: [],
  needs: ['capital'],
  cues: [ROLES, HEADERS, CLOSINGS],
  find(scan): Candidate[] {
    const isIn = (shape: 'newline' | 'colon') => scan.shape.has(shape);
    const names = [
      ...labelled(scan),
      ...(isIn('newline') ? signatures(scan) : []),
      ...(isIn('newline') && isIn('colon') ? speakers(scan) : []),
    ];
    return besideTagged(
      scan,
      names.map((name) => ({ ...name, evidence: ['pattern', 'cue:line'] })),
    );
  },
  examples: {
    positive: [
      'Please check it again.\n\nThanks,\nChristian',
      'Best\nSky',
      'Viele Grüße\nChristian',
      'Cc: Ginger Rowe, Miles Day',
      'approver=Victor Crane',
      'Will: is it out?\nHope: not yet, Will\nWill: ok',
    ],
    negative: [
      'Thanks,\nThe Payments Team',
      'To: Support Desk\nFrom: Billing Department',
      'reviewer: none yet',
      'Note: this is a draft\nWarning: do not use it',
      'From: Monday\nTo: Friday',
      'Best\nPractices',
    ],
  },
};
