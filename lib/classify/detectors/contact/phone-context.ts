/** What the words around a number say: that it is a phone's, or that it is something else. */
import { cellsUnder } from '../../columns.ts';
import type { WordList } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { isNumberOfThing, THING } from '../../thing-labels.ts';
import { NO_PHONE_MATTER, OTHER_NUMBER, PHONE, PHONE_ASIAN, REACH } from './phone-cues.ts';

/** How far in front a cue or a counter-cue may stand. */
const REACH_BEFORE = 40;
const REACH_AFTER = 25;
const ADJACENT = 14;
/** Between a word for another number and the number, when the word is its label. */
const LABEL_GAP =
  /^["'\])]{0,2}(?: ?(?:number|num|no|nr|id|code|is|was|of|ist|est|es|è|#)\b\.?){0,3}[ \t"'=:#([]{0,6}(?:\+ ?|\()?$/i;
/** A label that ends in `number` and names something else: `IRD number 107-387-212`, `SV-Nummer 8515 081268`. */
const OTHER_LABEL =
  /([\p{L}-]{2,30})(?:[ _-]?(?:number|nummer|num[eé]ro|número)|[ _-](?:nr|no|numer|nomor|broj|číslo|номер|numar))\.?["'`\])]{0,2}(?: is| ist| est| es)?[ :#=|]{0,3}["'`]?$/iu;
const PHONE_LABEL =
  /^(?:.*(?:phone|tele|mobile?|movil|móvil|celular|hotline|viber|durchwahl|handy|fax|ruf|cell|tel|whatsapp|kontakt|contact|portable)-?|my|your|his|her|their|our|new|old|the|a|that|this|home|work|office|direct|free|following|right|correct|wrong|second|other|same|private|business|daytime|emergency|local|actual|current|latest|personal|nouveau|nouvelle|nueva|nuovo|nuova|nieuwe|neues|novo|nova|bon|seul|unico|meine|seine|ihre|deine|neue|die|mon|son|votre|ton|mi|su|tu|nuevo|mio|suo|tuo|mijn|zijn|haar|uw|o|meu|seu|moj|mój|мой)$/i;

/** `T: 030 901820`, `(m) 0171...` in a signature. */
const SIGN =
  /(?:^|[\s(|,;])(?:[tmpf][.:)]{1,2}|(?:ph|mob|hp|tlf|tel\/fax)[.:)]{0,2}|text|ring|[chwo]:|[☎✆📞📱])[ \t]{0,2}$/iu;
/** `M 0171 4412209`, without a colon: only in front of what begins as phones do. A drawing has `M 4.02 3`. */
const CAPITAL_SIGN = /(?:^|[\s(|,;])[TMPF][ \t]{1,2}$/;
const TRUNK = /^(?:\+|\(|0[1-9])/;
const LABEL_SIGN = /\p{L} ?: ?$/u;
/** Between numbers of a list whose first had a cue. */
const LIST_GAP = /^(?: ?[,;/|] ?| ?\(?(?:and|or|und|oder|et|ou|y|o|e|en|of|&) | )$/i;

const GAP_BEHIND_NAME = /[ ,;:|\t(–-]*$/;
const MAIL = /[^\s@]@[A-Za-z0-9.-]+$/;

/** `beside`: right behind a name or an e-mail address. */
export type PhoneCue = 'label' | 'near' | 'weak' | 'beside' | 'none';

/** What stands around a number. */
export interface Around {
  /** End of the number found last, 0 when there is none. */
  follows: number;
  /** Starts of the cells under a heading that is a phone's. */
  columns: ReadonlySet<number>;
  /** Whether the name of a person ends at a place. */
  endsName: (at: number) => boolean;
}

/** What says that the number at a span (UTF-16, end exclusive) is a phone's. */
export function cueOf(scan: Scan, start: number, end: number, { follows, columns, endsName }: Around): PhoneCue {
  let before = scan.distanceBefore(PHONE, start, REACH_BEFORE);
  if (before >= 0 && NO_PHONE_MATTER.test(scan.folded.slice(start - before, start))) before = -1;
  if (columns.has(start)) return 'label';
  if (before >= 0 && before <= ADJACENT && !/[0-9]/.test(scan.text.slice(start - before, start))) return 'label';
  const sign = scan.text.slice(Math.max(0, start - 8), start);
  if (SIGN.test(sign) || (CAPITAL_SIGN.test(sign) && TRUNK.test(scan.text.slice(start, start + 2)))) return 'label';
  if (follows > 0 && start - follows <= 6 && LIST_GAP.test(scan.text.slice(follows, start))) return 'near';
  if (scan.distanceBefore(PHONE_ASIAN, start, 6) >= 0) return 'label';
  // What is said in another line is said of something else.
  const after = scan.distance(PHONE, start, end, 0, REACH_AFTER);
  const between = before >= 0 ? scan.text.slice(start - before, start) : scan.text.slice(end, end + after);
  if ((before >= 0 || after >= 0) && !between.includes('\n')) return 'near';
  const reach = scan.distance(REACH, start, end, 30, 15);
  if (reach >= 0 && scan.distanceBefore(REACH, start, 30) >= 0 && LABEL_SIGN.test(sign)) return 'near';
  if (isBesidePerson(scan.text, start, endsName)) return 'beside';
  return reach >= 0 ? 'weak' : 'none';
}

/** `Bente Holm, 91 44 22 09`, `a.roy@mail.example; 0171 4412209`: the next thing said of somebody. */
function isBesidePerson(text: string, start: number, endsName: Around['endsName']): boolean {
  const gap = GAP_BEHIND_NAME.exec(text.slice(Math.max(0, start - 4), start))![0].length;
  const at = start - gap;
  return (
    gap > 0 &&
    ((/[A-Za-z]/.test(text[at - 1] ?? '') && MAIL.test(text.slice(Math.max(0, at - 64), at))) || endsName(at))
  );
}

/** `EC 017-461-9`, `WBS 02-8765-004`: what the number is of, in short. */
const ABBREVIATION = /(?:^|[^\p{L}\p{N}.])\p{Lu}{2,5}[ :#]{1,2}$/u;
/** Of so many letters it is no country's. */
const LABEL = /(?!USA)\p{Lu}{3}[ :#]{1,2}$/u;

/** The line of a server's log: status and size stand behind the request. `{code="500"} 829`: a value behind its labels. */
const REQUEST = /(?:HTTP\/[0-9.]{1,3}["']?|\}) $/;

/** `"offset": 4774987`, `account_quota: 25302858`, `ts=422826709`: the name of a field. */
const FIELD =
  /(?:["'`]([\p{L}\p{N}_. -]{1,30})["'`] ?:|(?<![\p{L}\p{N}_.-])([\p{L}\p{N}.-]{1,20}_[\p{L}\p{N}_.-]{1,20}):|(?<![\p{L}\p{N}_.-])([\p{L}\p{N}_.-]{2,30}) ?=)[ \t]{0,2}["'`]?$/u;
/** Said of anything that is written to. */
const ANY_FIELD =
  /^(?:to|from|value|text|message|msg|body|note|notes|comment|home|work|office|main|private|business|personal|primary|secondary|other|raw|input|param|q|query|x|n|nr|no|kontakt)$/i;

/** True when a word says that the number is something else, and says it closer than any cue. */
export function isLabelledOtherwise(scan: Scan, start: number, end: number, telling: boolean): boolean {
  if (REQUEST.test(scan.text.slice(Math.max(0, start - 12), start))) return true;
  if (isNumberOfThing(scan, start, end)) return true;
  if (!telling && isOfField(scan, start)) return true;
  const front = scan.text.slice(Math.max(0, start - 8), start);
  if (
    !telling &&
    ABBREVIATION.test(front) &&
    !scan.near(PHONE, start, end, LABEL.test(front) ? 3 : REACH_BEFORE, REACH_AFTER)
  )
    return true;
  const counter = nearestOf([OTHER_NUMBER, THING], scan, start);
  const cue = scan.distance(PHONE, start, end, REACH_BEFORE, REACH_AFTER);
  if (counter >= 0 && (cue < 0 || counter < cue)) {
    if (LABEL_GAP.test(scan.text.slice(start - counter, start))) return true;
    if (!telling && cue < 0) return true;
  }
  const label = telling ? null : OTHER_LABEL.exec(scan.text.slice(Math.max(0, start - 48), start));
  if (label !== null && !PHONE_LABEL.test(label[1]!)) return true;
  return (
    cue < 0 &&
    /^ ?\(/.test(scan.text.slice(end, end + 2)) &&
    (scan.near(OTHER_NUMBER, start, end, 0, 2) || scan.near(THING, start, end, 0, 2))
  );
}

/** Whether a number is the value of a field whose name says nothing of phones. */
function isOfField(scan: Scan, start: number): boolean {
  const field = FIELD.exec(scan.text.slice(Math.max(0, start - 48), start));
  if (field === null) return false;
  const reach = field[0].length;
  return (
    !ANY_FIELD.test(field[1] ?? field[2] ?? field[3]!) &&
    ![PHONE, PHONE_ASIAN, REACH].some((list) => scan.distanceBefore(list, start, reach) >= 0)
  );
}

/** The distance to the nearest word of lists in front of a number, or -1. */
function nearestOf(lists: readonly WordList[], scan: Scan, start: number): number {
  const distances = lists.map((list) => scan.distanceBefore(list, start, 30)).filter((distance) => distance >= 0);
  return distances.length === 0 ? -1 : Math.min(...distances);
}

/** Where the cells of columns of phone numbers begin. */
export function phoneColumns(scan: Scan): ReadonlySet<number> {
  const { starts, ends } = scan.words(PHONE);
  return new Set(starts.flatMap((at, index) => cellsUnder(scan, at, ends[index]!).map(({ start }) => start)));
}
