// Patterns over leaf paths, written with slashes: `messages/*/content/**`. `*` is any one segment, `**` (last only) any
// number including none, `a|b` either. Repeated protobuf fields match by number: `15` also matches `15[1]`.
import type { Path } from './codecs/leaf.ts';

type Segment = ReadonlySet<string> | '*' | '**';
export type PathPattern = readonly Segment[];

export function compilePattern(source: string): PathPattern {
  return source.split('/').map((part) => (part === '*' || part === '**' ? part : new Set(part.split('|'))));
}

export const compilePatterns = (...sources: string[]): PathPattern[] => sources.map(compilePattern);

export function matchesPath(pattern: PathPattern, path: Path): boolean {
  const open = pattern.at(-1) === '**';
  const fixed = open ? pattern.length - 1 : pattern.length;
  if (open ? path.length < fixed : path.length !== fixed) return false;
  for (let index = 0; index < fixed; index++) {
    const segment = pattern[index]!;
    if (segment !== '*' && !(segment as ReadonlySet<string>).has(fieldOf(path[index]!))) return false;
  }
  return true;
}

/** True when one of the patterns matches. */
export function matchesAny(patterns: readonly PathPattern[], path: Path): boolean {
  return patterns.some((pattern) => matchesPath(pattern, path));
}

function fieldOf(at: string | number): string {
  return typeof at === 'number' ? String(at) : at.replace(/\[\d+\]$/, '');
}
