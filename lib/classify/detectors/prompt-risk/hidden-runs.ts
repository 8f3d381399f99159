/** Text that no person sees: written in Unicode tags, variation selectors, or zero-width characters as bits. */

export interface HiddenRun {
  /** UTF-16 units of the text as given, end exclusive. */
  start: number;
  end: number;
  /** Evidence code. */
  code: string;
  /** What it says; null when that is not plain text. */
  text: string | null;
}

/** Any of these has to be there: a text without them is passed in one search. */
const ANY = /[\u{e0000}-\u{e007f}\u200b-\u200f\u2060-\u2064\ufeff\u180e]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
/** Tag characters spell ASCII. After a black flag up to seven of them name a region: that is an emoji. */
const TAGS = /(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0020}-\u{e007f}]{4,}/gu;
/** More than one variation selector in a row selects nothing: each is a byte. */
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4,}/gu;
/** A joiner or two stand between emoji and between letters of some scripts; more carry something. */
const ZERO_WIDTH = /[\u200b-\u200f\u2060-\u2064\ufeff\u180e]{8,}/g;
const PRINTABLE = /^[\t\n\r\x20-\x7e\u00a0-\ud7ff]+$/;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function readable(bytes: number[]): string | null {
  try {
    const text = UTF_8.decode(Uint8Array.from(bytes));
    return PRINTABLE.test(text) ? text : null;
  } catch {
    return null;
  }
}

function readTags(run: string): string {
  return [...run].map((char) => String.fromCharCode(char.codePointAt(0)! - 0xe0000)).join('');
}

function readSelectors(run: string): string | null {
  return readable(
    [...run].map((char) => {
      const code = char.codePointAt(0)!;
      return code < 0xff00 ? code - 0xfe00 : code - 0xe0100 + 16;
    }),
  );
}

/** Two kinds of characters are read as bits, each way round. */
function readBits(run: string): string | null {
  const kinds = [...new Set(run)];
  if (kinds.length !== 2) return null;
  for (const one of kinds) {
    const bits = [...run].map((char) => (char === one ? '1' : '0')).join('');
    const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
    const text = readable(bytes);
    if (text !== null) return text;
  }
  return null;
}

/** Every hidden run of a text that has not been normalised, in order. */
export function hiddenRuns(text: string): HiddenRun[] {
  if (!ANY.test(text)) return [];
  const runs: HiddenRun[] = [];
  const add = (pattern: RegExp, code: string, read: (run: string) => string | null) => {
    for (const { 0: run, index: start } of text.matchAll(pattern)) {
      runs.push({ start, end: start + run.length, code, text: read(run) });
    }
  };
  add(TAGS, 'hidden:tags', readTags);
  add(SELECTORS, 'hidden:selectors', readSelectors);
  add(ZERO_WIDTH, 'hidden:zero-width', readBits);
  return runs.sort((a, b) => a.start - b.start);
}
