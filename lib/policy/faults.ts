/** What is wrong with a policy document, in words an author understands, with the path to the place. */
import type * as z from 'zod/mini';

export interface PolicyFault {
  /** `rules[2].then.action`; empty for the document itself. */
  path: string;
  message: string;
}

type Path = readonly PropertyKey[];

/** `['rules', 2, 'then']` as `rules[2].then`. */
export function formatPath(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`))
    .join('');
}

/** The inverse of `formatPath`, for finding the place in a source text. */
export function parsePath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

/** Schema issues as faults. `document` is what was parsed: it tells a missing field from a wrong one. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], document: unknown): PolicyFault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key]),
        message: 'is not a field that exists here',
      }));
    }
    return [{ path: formatPath(issue.path), message: describe(issue, valueAt(document, issue.path)) }];
  });
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list, e.g. [one, two]',
  object: 'a mapping of fields',
  boolean: 'true or false',
};

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  switch (issue.code) {
    // Patterns and refinements of the schema carry their own words; zod's for the rest depend on its global locale.
    case 'invalid_format':
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}, not ${shown(value)}`;
    case 'too_small':
      if (issue.origin === 'array') return 'needs at least one entry';
      if (issue.origin === 'string') return 'must not be empty';
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `has too many entries, the limit is ${issue.maximum}`;
      if (issue.origin === 'string') return `is too long, the limit is ${issue.maximum} characters`;
      return `must be at most ${issue.maximum}`;
    default:
      return 'is not valid';
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    document,
  );
}
