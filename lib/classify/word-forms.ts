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

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The signs that join parts of one number: `+`, `-`, `.`, `/`. */
function isJoint(code: number): boolean {
  return code === 43 || code === 45 || code === 46 || code === 47;
}

/** Digits as `9`, capitals as `A`, small letters as `a`, joining signs as they are. */
export function formOf(word: string): string {
  return word.replace(/[0-9]/g, '9').replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a');
}

const NONE: readonly FormedWord[] = [];

export class WordForms {
  private readonly index = new Map<string, FormedWord[]>();

  constructor(text: string) {
    let at = 0;
    while (at < text.length) {
      const start = at;
      let digits = 0;
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (isDigit(code)) digits += 1;
        else if (!isLetter(code) && !(at > start && isJoint(code) && isWordUnit(text.charCodeAt(at + 1)))) break;
      }
      if (digits > 0 && at - start >= SHORTEST && at - start <= LONGEST) this.add(text, start, at);
      at = Math.max(at, start + 1);
    }
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

function isWordUnit(code: number): boolean {
  return isDigit(code) || isLetter(code);
}
