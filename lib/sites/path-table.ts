// Patterns over leaf paths, written with slashes: `messages/*/content/**`. `*` is any one segment, `**` (last only) any
// number including none, `a|b` either. Repeated protobuf fields match by number: `15` also matches `15[1]`.
import type { Path } from './codecs/leaf.ts';

interface Branch {
  named: Map<string, Branch>;
  any: Branch | null;
  /** Index of the entry that ends here, and of the one that goes on with `**`. Lowest index wins. */
  end: number;
  rest: number;
}

const NONE = Number.POSITIVE_INFINITY;

/**
 * Values looked up by path; where several patterns match, the first one given wins. A tree of segments, because a
 * hostile body may hold a million strings and an app file a hundred patterns.
 */
export class PathTable<T> {
  readonly #root = newBranch();
  readonly #values: T[];

  constructor(entries: readonly (readonly [pattern: string, value: T])[]) {
    this.#values = entries.map(([, value]) => value);
    entries.forEach(([pattern], index) => {
      add(this.#root, pattern.split('/'), index);
    });
  }

  get(path: Path): T | undefined {
    return this.#values[lookUp(this.#root, path, 0)];
  }
}

/** A set of paths. */
export class PathSet {
  readonly #table: PathTable<true>;

  constructor(...patterns: string[]) {
    this.#table = new PathTable(patterns.map((pattern) => [pattern, true]));
  }

  has(path: Path): boolean {
    return this.#table.get(path) === true;
  }
}

export const NOWHERE = new PathSet();

function newBranch(): Branch {
  return { named: new Map(), any: null, end: NONE, rest: NONE };
}

function add(branch: Branch, [segment, ...others]: readonly string[], index: number): void {
  if (segment === undefined) branch.end = Math.min(branch.end, index);
  else if (segment === '**') branch.rest = Math.min(branch.rest, index);
  else if (segment === '*') {
    branch.any ??= newBranch();
    add(branch.any, others, index);
  } else {
    for (const name of segment.split('|')) {
      const next = branch.named.get(name) ?? newBranch();
      branch.named.set(name, next);
      add(next, others, index);
    }
  }
}

function lookUp(branch: Branch, path: Path, depth: number): number {
  if (depth === path.length) return Math.min(branch.end, branch.rest);
  const named = branch.named.size > 0 ? branch.named.get(fieldOf(path[depth]!)) : undefined;
  const viaName = named ? lookUp(named, path, depth + 1) : NONE;
  const viaAny = branch.any ? lookUp(branch.any, path, depth + 1) : NONE;
  return Math.min(branch.rest, viaName, viaAny);
}

function fieldOf(at: string | number): string {
  if (typeof at === 'number') return String(at);
  return /^\d+\[\d+\]$/.test(at) ? at.slice(0, at.indexOf('[')) : at;
}
