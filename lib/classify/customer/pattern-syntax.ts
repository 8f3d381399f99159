/**
 * Patterns an organisation writes itself: the syntax of RE2 without its rarer parts. Characters, `.`, classes, `\d \w \s \b`
 * and their opposites, groups, `|`, `? * + {m,n}`, `^` and `$` for the lines. No look-around and no back references: what
 * cannot be matched in linear time cannot be written.
 */

/** Ranges of UTF-16 units, both ends included. */
export interface CharacterSet {
  ranges: readonly (readonly [number, number])[];
  negated: boolean;
}

export type Assertion = 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

export type PatternNode =
  | { kind: 'set'; set: CharacterSet }
  | { kind: 'assert'; assertion: Assertion }
  | { kind: 'sequence'; items: PatternNode[] }
  | { kind: 'choice'; items: PatternNode[] }
  | { kind: 'repeat'; item: PatternNode; least: number; most: number };

export class PatternError extends Error {
  /** UTF-16 units from the beginning of the pattern. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

export const MOST_PATTERN = 400;
const MOST_REPEAT = 200;
const MOST_NESTING = 20;

const range = (text: string): [number, number][] =>
  Array.from({ length: text.length / 2 }, (_, i) => [text.charCodeAt(i * 2), text.charCodeAt(i * 2 + 1)]);
const CLASSES: Readonly<Record<string, [number, number][]>> = {
  d: range('09'),
  w: range('09AZaz__'),
  s: range('\t\r  \u00a0\u00a0\u2028\u2029'),
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };
const SPECIAL = /[\\^$.|?*+()[\]{}/-]/;

/** Throws `PatternError`. */
export function parsePattern(pattern: string): PatternNode {
  if (pattern.length > MOST_PATTERN) throw new PatternError(`is longer than ${MOST_PATTERN} characters`, MOST_PATTERN);
  const parser = new Parser(pattern);
  return parser.parse();
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): PatternNode {
    const node = this.#choice(0);
    if (this.#at < this.#text.length) throw this.#error('has a closing bracket too many');
    return node;
  }

  #error(message: string): PatternError {
    return new PatternError(message, this.#at);
  }

  #choice(depth: number): PatternNode {
    if (depth > MOST_NESTING) throw this.#error(`has more than ${MOST_NESTING} groups inside one another`);
    const items = [this.#sequence(depth)];
    while (this.#text[this.#at] === '|') {
      this.#at += 1;
      items.push(this.#sequence(depth));
    }
    return items.length === 1 ? items[0]! : { kind: 'choice', items };
  }

  #sequence(depth: number): PatternNode {
    const items: PatternNode[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at]!)) items.push(this.#repeated(depth));
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  #repeated(depth: number): PatternNode {
    const item = this.#atom(depth);
    const counts = this.#quantifier();
    if (counts === null) return item;
    if (item.kind === 'assert') throw this.#error('repeats something that has no length');
    // A lazy quantifier finds the same places.
    if (this.#text[this.#at] === '?') this.#at += 1;
    if (/[?*+{]/.test(this.#text[this.#at] ?? '')) throw this.#error('has a quantifier behind a quantifier');
    return { kind: 'repeat', item, ...counts };
  }

  #quantifier(): { least: number; most: number } | null {
    const char = this.#text[this.#at];
    const simple = char === '?' ? [0, 1] : char === '*' ? [0, Infinity] : char === '+' ? [1, Infinity] : null;
    if (simple !== null) {
      this.#at += 1;
      return { least: simple[0]!, most: simple[1]! };
    }
    const match = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/.exec(this.#text.slice(this.#at));
    if (match === null) {
      if (char === '{') throw this.#error('has { without numbers; write \\{ for the character');
      return null;
    }
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? Infinity : Number(match[3]);
    if (least > MOST_REPEAT || (most !== Infinity && most > MOST_REPEAT)) {
      throw this.#error(`repeats something more than ${MOST_REPEAT} times`);
    }
    if (most < least) throw this.#error('has a range that goes backwards');
    this.#at += match[0].length;
    return { least, most };
  }

  #atom(depth: number): PatternNode {
    const char = this.#text[this.#at]!;
    if (char === '(') return this.#group(depth);
    if (char === '[') return { kind: 'set', set: this.#class() };
    if ('?*+'.includes(char)) throw this.#error('has a quantifier with nothing in front of it');
    if (char === ']' || char === '}')
      throw this.#error(`has ${char} without its beginning; write \\${char} for the character`);
    if (char === '\\') return this.#escape();
    this.#at += 1;
    if (char === '^') return { kind: 'assert', assertion: 'line-start' };
    if (char === '$') return { kind: 'assert', assertion: 'line-end' };
    if (char === '.') return { kind: 'set', set: { ranges: range('\n\n\r\r'), negated: true } };
    return { kind: 'set', set: { ranges: [[char.charCodeAt(0), char.charCodeAt(0)]], negated: false } };
  }

  #group(depth: number): PatternNode {
    const open = this.#at;
    this.#at += 1;
    if (this.#text[this.#at] === '?') {
      if (this.#text[this.#at + 1] !== ':') throw this.#error('looks ahead, behind or back: only (?: is known');
      this.#at += 2;
    }
    const node = this.#choice(depth + 1);
    if (this.#text[this.#at] !== ')') throw new PatternError('has a group that is not closed', open);
    this.#at += 1;
    return node;
  }

  #escape(): PatternNode {
    const char = this.#text[this.#at + 1];
    if (char === 'b' || char === 'B') {
      this.#at += 2;
      return { kind: 'assert', assertion: char === 'b' ? 'word-edge' : 'no-word-edge' };
    }
    return { kind: 'set', set: this.#escapedSet() };
  }

  #escapedSet(): CharacterSet {
    const char = this.#text[this.#at + 1];
    const lower = char?.toLowerCase() ?? '';
    if (Object.hasOwn(CLASSES, lower)) {
      this.#at += 2;
      return { ranges: CLASSES[lower]!, negated: char !== lower };
    }
    const code = this.#escapedCharacter();
    return { ranges: [[code, code]], negated: false };
  }

  #escapedCharacter(): number {
    const char = this.#text[this.#at + 1];
    const hex = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(this.#text.slice(this.#at, this.#at + 6));
    if (hex !== null) {
      this.#at += hex[0].length;
      return Number.parseInt(hex[1] ?? hex[2]!, 16);
    }
    if (char !== undefined && Object.hasOwn(CONTROLS, char)) {
      this.#at += 2;
      return CONTROLS[char]!.charCodeAt(0);
    }
    if (char === undefined || !SPECIAL.test(char))
      throw this.#error(`has an escape that is not known: \\${char ?? ''}`);
    this.#at += 2;
    return char.charCodeAt(0);
  }

  #class(): CharacterSet {
    const open = this.#at;
    this.#at += 1;
    const negated = this.#text[this.#at] === '^';
    if (negated) this.#at += 1;
    const ranges: [number, number][] = [];
    while (this.#text[this.#at] !== ']') {
      if (this.#at >= this.#text.length) throw new PatternError('has a class that is not closed', open);
      const first = this.#classItem();
      const isRange =
        this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']' && this.#at + 1 < this.#text.length;
      if (!isRange) {
        ranges.push(...first);
        continue;
      }
      this.#at += 1;
      const last = this.#classItem();
      if (first.length !== 1 || last.length !== 1 || first[0]![0] !== first[0]![1] || last[0]![0] !== last[0]![1]) {
        throw this.#error('has a range between classes');
      }
      if (last[0]![0] < first[0]![0]) throw this.#error('has a range that goes backwards');
      ranges.push([first[0]![0], last[0]![0]]);
    }
    if (ranges.length === 0) throw new PatternError('has an empty class', open);
    this.#at += 1;
    return { ranges, negated };
  }

  #classItem(): [number, number][] {
    if (this.#text[this.#at] === '\\') {
      const { ranges, negated } = this.#escapedSet();
      if (negated) throw this.#error('has an opposite (\\D, \\W, \\S) inside a class');
      return ranges.map(([first, last]) => [first, last]);
    }
    const code = this.#text.charCodeAt(this.#at);
    this.#at += 1;
    return [[code, code]];
  }
}
