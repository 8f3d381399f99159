/**
 * Cuts a text into groups of digits and the windows of neighbouring groups that may together be one number, by count of
 * digits. Done once per text; every numeric detector then looks only at windows of the lengths it knows.
 */

/** A run of digits with single separators, e.g. `4111 1111 1111 1111`. Offsets are UTF-16, end exclusive. */
export interface DigitWindow {
  start: number;
  end: number;
  /** The digits alone. */
  digits: string;
  /** How many groups. */
  groups: number;
  /** Sizes of the groups, e.g. `[4, 4, 4, 4]`. */
  sizes: readonly number[];
  /** The separator between the groups: `''` for one group, `' '` also for new lines, `mixed` when they differ. */
  separator: string;
  /** No further group is attached by the same separator on either side. */
  whole: boolean;
}

const MIXED = 'mixed';
const MOST_GROUPS = 8;
export const MOST_DIGITS = 20;
/** Lists of single digits ("4 1 1 1 ...") are windows of their own and may have more groups. */
const MOST_SINGLES = 19;

const GROUP = /[0-9]+/g;
/** Separators of one unit, and what they count as. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  [...'.-/ '].map((sign) => [sign, sign] as const).concat([['\n', ' ']]),
);
/** One separator, or a line break with the spaces around it. */
const SEPARATOR = /^(?:[ .\-/]|[ \t]{0,4}\r?\n[ \t]{0,4}| - )$/;

/** UTF-16 units, end exclusive. */
export interface DigitRun {
  start: number;
  end: number;
}

/** The maximal runs of digits in a text. */
export function readDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  GROUP.lastIndex = 0;
  for (let match = GROUP.exec(text); match !== null; match = GROUP.exec(text)) {
    runs.push({ start: match.index, end: match.index + match[0].length });
  }
  return runs;
}

interface Group extends DigitRun {
  /** What joins it to the next group: a separator, or null. */
  joint: string | null;
}

function jointBetween(text: string, end: number, next: number): string | null {
  if (next - end > 10) return null;
  if (next - end === 1) return SIGNS.get(text[end]!) ?? null;
  const between = text.slice(end, next);
  if (!SEPARATOR.test(between)) return null;
  if (between === ' - ') return '-';
  return between.length > 1 || between === '\n' ? ' ' : between;
}

function joined(text: string, runs: readonly DigitRun[]): Group[] {
  return runs.map(({ start, end }, index): Group => {
    const next = runs[index + 1];
    return { start, end, joint: next === undefined ? null : jointBetween(text, end, next.start) };
  });
}

export class DigitGroups {
  private readonly text: string;
  private readonly groups: Group[];
  /** For each count of digits: first and last group of each window, flat. */
  private readonly buckets: number[][] = Array.from({ length: MOST_DIGITS + 1 }, () => []);

  constructor(text: string, runs: readonly DigitRun[]) {
    this.text = text;
    this.groups = joined(text, runs);
    let singlesUntil = -1;
    for (let first = 0; first < this.groups.length; first += 1) {
      if (first <= singlesUntil) continue;
      const last = this.endOfSingles(first);
      if (last - first >= 5) {
        singlesUntil = last;
        if (last - first < MOST_SINGLES) this.buckets[last - first + 1]!.push(first, last);
        continue;
      }
      this.addWindows(first);
    }
  }

  /** Whether there is any window with so many digits. */
  has(count: number): boolean {
    return (this.buckets[count] ?? []).length > 0;
  }

  /**
   * The windows with exactly `count` digits (2 to 20) that are whole, in order of start: those with different separators of at
   * most `mixed` groups. With `pieces` also pieces of a longer row, of so many groups at most or digit by digit. A row has
   * many more windows than numbers: others are not made.
   */
  windows(count: number, mixed = MOST_GROUPS, pieces = 0): DigitWindow[] {
    const bucket = this.buckets[count] ?? [];
    const made: DigitWindow[] = [];
    for (let i = 0; i < bucket.length; i += 2) {
      const first = bucket[i]!;
      const last = bucket[i + 1]!;
      const groups = last - first + 1;
      const separator = this.separator(first, last);
      if (separator === MIXED && groups > mixed && groups < count) continue;
      const whole = !this.isAttached(first - 1, separator) && !this.isAttached(last, separator);
      const isPiece = groups > 1 && pieces > 0 && (groups <= pieces || groups === count);
      if (whole || isPiece) made.push(new GroupWindow(this.text, this.groups, first, last, separator, whole));
    }
    return made;
  }

  private size(index: number): number {
    return this.groups[index]!.end - this.groups[index]!.start;
  }

  private endOfSingles(first: number): number {
    let last = first;
    if (this.size(first) !== 1) return first;
    while (this.groups[last]!.joint !== null && this.size(last + 1) === 1) last += 1;
    return last;
  }

  private addWindows(first: number): void {
    let digits = 0;
    for (let last = first; last < this.groups.length && last - first < MOST_GROUPS; last += 1) {
      digits += this.size(last);
      if (digits > MOST_DIGITS) return;
      this.buckets[digits]!.push(first, last);
      if (this.groups[last]!.joint === null) return;
    }
  }

  private separator(first: number, last: number): string {
    let separator = '';
    for (let i = first; i < last; i += 1) {
      const joint = this.groups[i]!.joint!;
      if (separator !== '' && separator !== joint) return MIXED;
      separator = joint;
    }
    return separator;
  }

  /** Whether the joint behind a group attaches the groups around it to one number. */
  private isAttached(group: number, separator: string): boolean {
    const joint = group < 0 ? null : this.groups[group]!.joint;
    return joint !== null && (separator === '' ? joint !== ' ' : joint === separator);
  }
}

/** Lists of numbers have many more windows than numbers: digits are put together when somebody asks. */
class GroupWindow implements DigitWindow {
  readonly start: number;
  readonly end: number;
  readonly groups: number;
  readonly separator: string;
  readonly whole: boolean;
  readonly #text: string;
  readonly #members: readonly Group[];
  readonly #first: number;
  #digits: string | undefined;
  #sizes: number[] | undefined;

  constructor(text: string, members: readonly Group[], first: number, last: number, separator: string, whole: boolean) {
    this.start = members[first]!.start;
    this.end = members[last]!.end;
    this.groups = last - first + 1;
    this.separator = separator;
    this.whole = whole;
    this.#text = text;
    this.#members = members;
    this.#first = first;
  }

  get digits(): string {
    this.#digits ??= this.#own()
      .map(({ start, end }) => this.#text.slice(start, end))
      .join('');
    return this.#digits;
  }

  get sizes(): readonly number[] {
    this.#sizes ??= this.#own().map(({ start, end }) => end - start);
    return this.#sizes;
  }

  #own(): readonly Group[] {
    return this.#members.slice(this.#first, this.#first + this.groups);
  }
}
