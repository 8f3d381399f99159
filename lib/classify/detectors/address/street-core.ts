/** Finds where a street stands: number and name, by the words of a language. What surrounds it is read elsewhere. */
import { cueWords, type WordList } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { LINK, NO_WORD_AFTER, NUMBER, WORD } from './address-parts.ts';
import { latin } from './latin.ts';
import {
  NO_STREET,
  RARE_AFTER,
  RARE_ENDING,
  STRONG_AFTER,
  STRONG_BEFORE,
  STRONG_ENDING,
  USUAL_AFTER,
  USUAL_BEFORE,
  USUAL_ENDING,
} from './street-words.data.ts';

export const AFTER_STRONG = cueWords('street-after-strong', ...STRONG_AFTER);
export const AFTER_USUAL = cueWords('street-after-usual', ...USUAL_AFTER);
export const AFTER_RARE = cueWords('street-after-rare', ...RARE_AFTER);
export const BEFORE_STRONG = cueWords('street-before-strong', ...STRONG_BEFORE);
export const BEFORE_USUAL = cueWords('street-before-usual', ...USUAL_BEFORE);

/** How much the words alone say. `weak` needs a place behind it or a cue. */
export type Strength = 'strong' | 'usual' | 'weak';

export interface Core {
  start: number;
  end: number;
  strength: Strength;
  numbered: boolean;
}

const NOT_GLUED = String.raw`(?<![\p{L}\p{N}_$€£.:/+=-])`;
const DIRECTION = String.raw`(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?`;
const NAME = String.raw`(?:${DIRECTION}|\p{Lu}[\p{L}'.-]{0,24}|[0-9]{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|of|the|de|la|and|du|des)`;
const REACH = 70;
const NUMBERED = latin(new RegExp(`${NOT_GLUED}${NUMBER},? (?:${NAME} ){1,5}$`, 'u'));
const NUMBERED_LOWER = latin(
  new RegExp(
    String.raw`${NOT_GLUED}[0-9]{1,5}[a-z]? (?:${DIRECTION} )?(?:[\p{L}'-]{2,20} |[0-9]{1,3}(?:st|nd|rd|th) ){1,3}$`,
    'iu',
  ),
);
const UNNUMBERED = latin(/(?<![\p{L}\p{N}_.'-])(?:\p{Lu}[\p{L}'-]{1,24} ){1,3}$/u);
/** Words that begin a sentence and are no part of a name. */
const OPENING =
  /^(?:(?:On|In|At|From|To|Near|Down|Along|Off|Via|This|That|Our|My|Your|Visit|See|Address|Addr|Ship|Deliver) )+/;
const BEHIND_TYPE = latin(
  new RegExp(
    String.raw`\.?(?: (?:${DIRECTION}|Lower|Upper|Extension|Ext)${NO_WORD_AFTER})?(?: [0-9]{1,2}(?= ?#|, ))?`,
    'uy',
  ),
);

function isCapital(text: string, at: number): boolean {
  return text[at] !== text[at]?.toLowerCase();
}

/** `17 Larkspur Close`: the word behind the name. */
function coresAfter(scan: Scan, list: WordList, strength: Strength, lower: (at: number) => boolean): Core[] {
  const { starts, ends } = scan.words(list);
  const { text } = scan;
  const cores: Core[] = [];
  starts.forEach((at, index) => {
    const wordEnd = ends[index]!;
    if (text[at - 1] !== ' ' || /[\p{L}\p{N}]/u.test(text[wordEnd] ?? '')) return;
    const from = Math.max(0, at - REACH);
    const before = text.slice(from, at);
    scan.meter.attempts += 1;
    const capital = isCapital(text, at);
    const numbered = capital ? NUMBERED.exec(before) : null;
    const match = numbered ?? (strength === 'strong' && lower(at) ? NUMBERED_LOWER.exec(before) : null);
    const behind = scan.matchAt(BEHIND_TYPE, wordEnd)![0];
    const end =
      wordEnd +
      (/[.]$/.test(behind) && !/^ ?[,\n\p{L}#0-9]/u.test(text.slice(wordEnd + 1, wordEnd + 3)) ? 0 : behind.length);
    if (match !== null) {
      cores.push({ start: from + match.index, end, strength, numbered: true });
      return;
    }
    if (!capital || strength === 'weak') return;
    const plain = UNNUMBERED.exec(before);
    if (plain === null) return;
    const opening = OPENING.exec(plain[0])?.[0].length ?? 0;
    if (opening < plain[0].length)
      cores.push({ start: from + plain.index + opening, end, strength: 'weak', numbered: false });
  });
  return cores;
}

/** What ends the name of a street or is none: the sign of the number, the word of a unit, a way to send things (`Via Mail`). */
const NO_NAME = String.raw`(?!(?:E-?[Mm]ail|Mail|Zoom|Phone|Teams|Slack|SMS|Skype|Fax|Post|WhatsApp|Telegram|Internet|App)${NO_WORD_AFTER}|(?:N|No|Nr|Nro|Num)(?:[.°º]{1,2} ?| )[0-9]|(?:Apt|Ap|App|Suite|Unit|Bureau|Local|Interior|Piso|Depto|Dpto|Bl|Sc|Edif)\.? ?[0-9])`;
const NAME_BEHIND = latin(
  new RegExp(
    String.raw`\.?[ ](?:(?:${LINK}|l'|d'|dell'|all'|nell') ?){0,2}${NO_NAME}(?:(?:\p{Lu}[\p{L}]{0,4}\. ){0,2}${WORD}|[0-9]{1,2} de \p{L}{3,12}|[IVX]{1,5}|[0-9]{1,3}[a-zA-Z]?(?= ?(?:#|No|N°|n[º°o])))(?: (?:${LINK} ){0,2}${NO_NAME}(?:${WORD}|[IVX]{1,5}${NO_WORD_AFTER}|\p{Lu}\.)){0,5}`,
    'uy',
  ),
);
const NUMBER_BEHIND = latin(
  /,? ?(?:n[.º°o]{0,2} ?|no\.? ?|nr\.? ?|num\.? ?|número )?(?:[0-9]{1,4}(?:[-/][0-9]{1,4})?(?:\/?[a-zA-Z])?|s\/n)(?![\p{L}\p{N}]|[.:][0-9]|-[0-9])/iuy,
);
const NUMBER_IN_FRONT = latin(new RegExp(`${NOT_GLUED}${NUMBER},? $`, 'iu'));

/** `14 bis rue des Tanneurs`, `Via Roma 12`: the word in front of the name. */
function coresBefore(scan: Scan, list: WordList, strong: boolean): Core[] {
  const { starts, ends } = scan.words(list);
  const { text } = scan;
  const cores: Core[] = [];
  starts.forEach((at, index) => {
    const wordEnd = ends[index]!;
    const name = scan.matchAt(text[wordEnd - 1] === '/' ? withoutSpace : NAME_BEHIND, wordEnd);
    if (name === null) return;
    const from = Math.max(0, at - 24);
    const front = NUMBER_IN_FRONT.exec(text.slice(from, at));
    const nameEnd = wordEnd + name[0].length;
    const behind = scan.matchAt(NUMBER_BEHIND, nameEnd);
    const numbered = front !== null || (behind !== null && !/^, ?(?:19|20)[0-9]{2}(?![0-9])/.test(behind[0]));
    const capital = isCapital(text, at);
    const sure =
      strong &&
      (capital ||
        front !== null ||
        text[wordEnd - 1] === '/' ||
        !['via', 'av', 'strada'].includes(text.slice(at, wordEnd)));
    cores.push({
      start: front === null ? at : from + front.index,
      end: behind === null ? nameEnd : nameEnd + behind[0].length,
      strength: numbered && sure ? 'strong' : front !== null ? 'usual' : 'weak',
      numbered,
    });
  });
  return cores;
}
const withoutSpace = latin(new RegExp(NAME_BEHIND.source.replace(String.raw`\.?[ ]`, ' ?'), 'uy'));

/** A house number, before which the word of the street stands. */
const HOUSE_NUMBER = latin(
  /[0-9]{1,4}(?: ?[-/+] ?[0-9]{1,4}){0,3}(?: ?[a-hA-H](?![\p{L}\p{N}:])|-I{1,3}(?![\p{L}\p{N}]))?(?![\p{L}\p{N}%€]|[.,:][0-9]|-[0-9])/gu,
);
const WORD_BEFORE = latin(
  /(?<![\p{L}\p{N}_/-])(\p{Lu}[\p{L}'-]{1,40}\.?|(?<=\p{L} )(?:utca|útja|út|tér|körút|krt\.|köz|sétány|sor|ulica|ulice|cesta|pot|put|trg|ogranak|kuja|polku|katu|tie|gate|vei|náměstí|nám\.|námestie|iela|gatvė|g\.)) (?:No[.:] ?)?$/u,
);
const ADJECTIVE = latin(
  /(?<![\p{L}])(?:(?:Obere|Untere|Alte|Alter|Neue|Neuer|Große|Kleine|Lange|Kurze|Innere|Äußere|Vordere|Hintere|Oude|Nieuwe|Lange|Korte|Grote|Kleine|Stora|Lilla|Østre|Vestre|Nørre|Store|Lille) )$/u,
);
const SEPARATE =
  /^(?:Stra(?:ß|ss)e|Str\.|Weg|Allee|Platz|Ring|Chaussee|Damm|Ufer|Gasse|Promenade|Markt|Wall|Graben|Cad\.|Caddesi|Sokak|Sok\.|utca|u\.|tér|Straat|Laan|Plein|Steeg|útja|út|körút|krt\.|köz|sétány|sor|pot|put|trg|ogranak|kuja|polku|katu|nám\.|námestie|iela|gatvė|g\.|Gade|Vej|Allé|gate|gata|gade|vej|vei|väg|tie|cesta|ulica|ulice|náměstí)$/i;
const NAMES_BEFORE = latin(
  /(?<![\p{L}\p{N}])(?:(?!(?:Die|Der|Das|In|An|Adresse|Meine|Unsere|Zur|Am) )\p{Lu}[\p{L}-]{1,30} |von |der |den |de |van ){1,4}$/u,
);

/** `Torstraße 131`, `Berliner Straße 5`, `Prinsengracht 263`: the street is in the word's ending. */
function coresEnded(scan: Scan): Core[] {
  const { text } = scan;
  return [...scan.matchAll(HOUSE_NUMBER)].flatMap(({ 0: number, index }) => {
    if (!/[ .:]/.test(text[index - 1] ?? '')) return [];
    const match = WORD_BEFORE.exec(text.slice(Math.max(0, index - 50), index));
    if (match === null) return [];
    const core = ended(match[1]!, text, index - match[0].length);
    return core === null ? [] : [{ ...core, end: index + number.length, numbered: true }];
  });
}

/** Where the street of a word that stands at `at` begins, and how sure it is one. */
function ended(word: string, text: string, at: number): Pick<Core, 'start' | 'strength'> | null {
  const before = text.slice(Math.max(0, at - 60), at);
  if (SEPARATE.test(word)) {
    const names = NAMES_BEFORE.exec(before);
    if (names === null) return null;
    return {
      start: at - names[0].length,
      strength: /^(?:stra|str|gade|gate|vej|utca|cad|sok|cesta|ulic|katu|kuja|körút|krt|náměstí|nám|iela|gatvė)/i.test(
        word,
      )
        ? 'strong'
        : 'usual',
    };
  }
  if (NO_STREET.test(word)) return null;
  const strength = strengthOf(word);
  return strength === null ? null : { start: at - (ADJECTIVE.exec(before)?.[0].length ?? 0), strength };
}

function strengthOf(word: string): Strength | null {
  if (STRONG_ENDING.test(word)) return 'strong';
  if (USUAL_ENDING.test(word)) return 'usual';
  return RARE_ENDING.test(word) ? 'weak' : null;
}

/** Every place that may be a street, in no order. `lower`: whether a street in small letters may be expected at a place. */
export function findCores(scan: Scan, lower: (at: number) => boolean): Core[] {
  if (!scan.shape.has('digit')) return [];
  return [
    ...coresAfter(scan, AFTER_STRONG, 'strong', lower),
    ...coresAfter(scan, AFTER_USUAL, 'usual', lower),
    ...coresAfter(scan, AFTER_RARE, 'weak', lower),
    ...coresBefore(scan, BEFORE_STRONG, true),
    ...coresBefore(scan, BEFORE_USUAL, false),
    ...coresEnded(scan),
  ];
}
