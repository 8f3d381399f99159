/** Rich Text Format (Microsoft RTF specification 1.9.1) as readable text with the way back. */
import { type MappedText, Weaver } from './mapped-text.ts';
import type { Work } from './work.ts';

export interface RtfReading {
  texts: MappedText[];
  /** Pictures and embedded objects. */
  images: number;
  objects: number;
}

/** One token: a bracket, a control word with its number, an escaped byte, a control symbol, or text. */
const TOKEN =
  /([{}])|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([^\\{}\r\n]+)|([\r\n]+)|(\\)/gy;
const LINES = new Set(['par', 'line', 'sect', 'page', 'row', 'nestrow']);
const CHARACTERS = new Map([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['bullet', '\u2022'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
]);
/** Fonts and colours, and the files that Word attaches in hexadecimal: themes and empty data stores. */
const TABLES = new Set(['fonttbl', 'colortbl']);
const ATTACHED = new Set(['themedata', 'colorschememapping', 'datastore', 'latentstyles', 'pict', 'objdata']);
const HEX = /^[0-9a-fA-F\s]+$/;

interface Group {
  isTable: boolean;
  isAttached: boolean;
  /** Characters that stand in for a Unicode character, to be passed over (control word `uc`). */
  fallback: number;
}

/** Reads the text, formatting and all; a value cut up by formatting is one value. */
export async function readRtf(source: string, place: string, work: Work): Promise<RtfReading> {
  const weaver = new Weaver(() => place);
  const bytes = new TextDecoder('windows-1252');
  const stack: Group[] = [];
  let group: Group = { isTable: false, isAttached: false, fallback: 1 };
  let skip = 0;
  let images = 0;
  let objects = 0;
  const add = (text: string, from: number, to: number) => {
    const skipped = Math.min(skip, text.length);
    skip -= skipped;
    if (skipped === text.length || group.isTable || (group.isAttached && HEX.test(text))) return;
    weaver.add(text.slice(skipped), { from: from + skipped, to, write: writeRtf });
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [whole, bracket, word, number, byte, symbol, text] = match;
    const from = match.index;
    const to = from + whole.length;
    if (bracket === '{') stack.push({ ...group });
    else if (bracket === '}') {
      group = stack.pop() ?? group;
      skip = 0;
    } else if (text !== undefined) add(text, from, to);
    else if (byte !== undefined) add(bytes.decode(Uint8Array.of(Number.parseInt(byte, 16))), from, to);
    else if (word === 'u' && number !== undefined) {
      // What stands in for the character goes with it, or it would be left over when the character is replaced.
      add(String.fromCharCode(Number(number) & 0xffff), from, to);
      skip = group.fallback;
    } else if (word === 'uc') group.fallback = Math.min(10, Math.max(0, Number(number ?? 1)));
    else if (word === 'bin') {
      objects += 1;
      TOKEN.lastIndex = Math.min(source.length, to + Math.max(0, Number(number ?? 0)));
    } else if (word !== undefined && LINES.has(word)) weaver.separate('line');
    else if (word === 'tab' || word === 'cell' || word === 'nestcell') weaver.separate('cell');
    else if (CHARACTERS.has(word ?? symbol ?? '')) add(CHARACTERS.get(word ?? symbol!)!, from, to);
    else if (word !== undefined) {
      if (TABLES.has(word)) group.isTable = true;
      if (ATTACHED.has(word)) group.isAttached = true;
      if (word === 'pict') images += 1;
      if (word === 'objdata') objects += 1;
    }
    if (work.spend(whole.length)) await work.breathe();
    if (work.stopped) break;
  }
  return { texts: weaver.finish(), images, objects };
}

/** Text as RTF in ASCII: a group of its own, so that no control word before it swallows its first character. */
function writeRtf(text: string): string {
  return text.replace(/[^\x20-\x7e]|[\\{}]/g, (character) => {
    if (character === '\n') return '\\line ';
    if (character === '\t') return '\\tab ';
    const code = character.charCodeAt(0);
    if (code < 0x20) return '';
    return code < 0x7f ? `\\${character}` : `{\\uc1\\u${code > 0x7fff ? code - 0x1_0000 : code}?}`;
  });
}
