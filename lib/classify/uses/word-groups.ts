/**
 * The word groups of uses as a file that is read when the classifier starts: their words are far more than code that every start
 * of the background should parse. Made from the tables beside this by `npm run tables`.
 */
import type { WordList } from '../detector.ts';
import { readTable } from '../table-file.ts';
import type { Signal, UseRule } from './use-rule.ts';

export type WeighedUse = Pick<UseRule, 'use' | 'signals' | 'unless'>;

export interface WordGroups {
  readonly uses: readonly WeighedUse[];
  /** Every word list the rules ask about. */
  readonly words: readonly WordList[];
}

const VERSION = 1;

/** Lists by place; signals are [weight, lists]. */
interface UseFile {
  v: number;
  lists: [id: string, words: string[]][];
  uses: [use: string, signals: [weight: number, lists: number[]][], unless: number | null][];
}

export function toWordGroups(uses: readonly WeighedUse[]): WordGroups {
  const words = uses.flatMap(({ signals, unless }) => [
    ...signals.flatMap(({ all }) => all),
    ...(unless ? [unless] : []),
  ]);
  return { uses, words: [...new Set(words)] };
}

/** The file's text. */
export function writeWordGroups({ uses, words }: WordGroups): string {
  const place = (list: WordList) => words.indexOf(list);
  const file: UseFile = {
    v: VERSION,
    lists: words.map(({ id, words: each }) => [id, [...each]]),
    uses: uses.map(({ use, signals, unless }) => [
      use,
      signals.map(({ all, weight }) => [weight, all.map(place)]),
      unless === undefined ? null : place(unless),
    ]),
  };
  return `${JSON.stringify(file)}\n`;
}

/** Null when these bytes are no such file. */
export function readWordGroups(bytes: Uint8Array): WordGroups | null {
  return readTable(bytes, VERSION, ({ lists, uses }: UseFile) => {
    const words = lists.map(([id, each]): WordList => ({ id, words: each, boundary: 'word' }));
    return toWordGroups(
      uses.map(([use, signals, unless]) => ({
        use,
        signals: signals.map(([weight, all]): Signal => ({ weight, all: all.map((at) => words[at]!) })),
        ...(unless === null ? {} : { unless: words[unless]! }),
      })),
    );
  });
}
