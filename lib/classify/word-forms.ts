/**
 * An index of the words of a text that hold digits, by form: `MRA85T10A` has the form `AAA99A99A`. Made once per text, so
 * that any number of detectors for values of a fixed form cost one look-up each.
 */

/** UTF-16 offsets, end exclusive. */
export interface FormedWord {
  start: number;
  end: number;
}

const SHORTEST = 7;
const LONGEST = 26;

const JOINT = 1;
const LETTER = 2;
const DIGIT = 3;

/** What each ASCII unit is: the signs that join parts of one number are `+`, `-`, `.` and `/`. */
const KINDS = new Uint8Array(128);
KINDS.fill(DIGIT, 48, 58);
KINDS.fill(LETTER, 65, 91);
KINDS.fill(LETTER, 97, 123);
for (const sign of '+-./') KINDS[sign.charCodeAt(0)] = JOINT;

function kindOf(code: number): number {
  return code < 128 ? KINDS[code]! : 0;
}

/** Digits as `9`, capitals as `A`, small letters as `a`, joining signs as they are. */
export function formOf(word: string): string {
  let form = '';
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    const kind = kindOf(code);
    form += kind === DIGIT ? '9' : kind !== LETTER ? word[i] : code < 97 ? 'A' : 'a';
  }
  return form;
}

const NONE: readonly FormedWord[] = [];

export class WordForms {
  private readonly index = new Map<string, FormedWord[]>();

  constructor(text: string) {
    let start = -1;
    let digits = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind >= LETTER) {
        if (start < 0) start = at;
        if (kind === DIGIT) digits += 1;
      } else if (start >= 0 && (kind !== JOINT || kindOf(text.charCodeAt(at + 1)) < LETTER)) {
        if (digits > 0 && at - start >= SHORTEST && at - start <= LONGEST) this.add(text, start, at);
        start = -1;
        digits = 0;
      }
    }
  }

  /** Every form that a word has. */
  all(): Iterable<string> {
    return this.index.keys();
  }

  /** The words of exactly this form, in order. A word ends where neither a letter, a digit nor a joined part follows. */
  of(form: string): readonly FormedWord[] {
    return this.index.get(form) ?? NONE;
  }

  private add(text: string, start: number, end: number): void {
    const form = formOf(text.slice(start, end));
    const known = this.index.get(form);
    if (known === undefined) this.index.set(form, [{ start, end }]);
    else known.push({ start, end });
  }
}
