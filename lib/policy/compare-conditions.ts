/** Does a condition hold more or less often than it did? Says `unclear` wherever the text alone does not tell. */
import type { Condition, FindingLeaf } from './schema.ts';

export type Reach = 'same' | 'narrower' | 'wider' | 'unclear';

/** How the reach of `after` differs from that of `before`. */
export function compareConditions(before: Condition, after: Condition): Reach {
  return combine([
    comparePart(before.all, after.all, (b, a) => compareNested(b, a, 'narrower')),
    comparePart(before.any, after.any, (b, a) => compareNested(b, a, 'wider')),
    comparePart(before.not, after.not, (b, a) => invert(compareConditions(b, a))),
    comparePart(before.finding, after.finding, compareFindings),
    comparePart(before.app, after.app, compareLists),
    comparePart(before.channel, after.channel, compareLists),
    comparePart(before.accountKind, after.accountKind, compareLists),
    comparePart(before.group, after.group, compareLists),
    comparePart(before.use, after.use, (b, a) =>
      combine([compareLists(b.in, a.in), compareNumbers(b.confidence?.gte ?? 0, a.confidence?.gte ?? 0)]),
    ),
    comparePart(before.time, after.time, (b, a) => (equal(b, a) ? 'same' : 'unclear')),
    comparePart(before.shape, after.shape, compareLists),
    comparePart(before.coverage, after.coverage, compareLists),
    comparePart(before.unreadable, after.unreadable, (b, a) =>
      equal([...b].sort(), [...a].sort())
        ? 'same'
        : a.includes('any')
          ? 'wider'
          : b.includes('any')
            ? 'narrower'
            : compareLists(b, a),
    ),
  ]);
}

/** Fields stand side by side as "and": one more narrows, one less widens. */
function comparePart<T>(before: T | undefined, after: T | undefined, compare: (before: T, after: T) => Reach): Reach {
  if (before === undefined) return after === undefined ? 'same' : 'narrower';
  return after === undefined ? 'wider' : compare(before, after);
}

function compareFindings(before: FindingLeaf, after: FindingLeaf): Reach {
  return combine([
    comparePart(before.class, after.class, compareLists),
    comparePart(before.entity, after.entity, compareLists),
    comparePart(before.detector, after.detector, compareLists),
    invert(compareLists(before.except ?? [], after.except ?? [])),
    compareNumbers(before.confidence?.gte ?? 0, after.confidence?.gte ?? 0),
    compareNumbers(before.count?.gte ?? 1, after.count?.gte ?? 1),
  ]);
}

function compareNested(before: Condition[], after: Condition[], whenLonger: 'narrower' | 'wider'): Reach {
  const holds = (list: Condition[], wanted: Condition) => list.some((condition) => equal(condition, wanted));
  const kept = before.every((condition) => holds(after, condition));
  const old = after.every((condition) => holds(before, condition));
  if (kept && old) return 'same';
  if (kept) return whenLonger;
  if (old) return invert(whenLonger);
  if (before.length !== after.length) return 'unclear';
  return combine(before.map((condition, index) => compareConditions(condition, after[index]!)));
}

function compareLists(before: readonly string[], after: readonly string[]): Reach {
  const kept = before.every((entry) => after.includes(entry));
  const old = after.every((entry) => before.includes(entry));
  if (kept) return old ? 'same' : 'wider';
  return old ? 'narrower' : 'unclear';
}

/** Thresholds: the higher, the narrower. */
function compareNumbers(before: number, after: number): Reach {
  return before === after ? 'same' : after > before ? 'narrower' : 'wider';
}

function combine(reaches: Reach[]): Reach {
  const changes = new Set(reaches.filter((reach) => reach !== 'same'));
  if (changes.size === 0) return 'same';
  return changes.size === 1 ? [...changes][0]! : 'unclear';
}

function invert(reach: Reach): Reach {
  if (reach === 'narrower') return 'wider';
  return reach === 'wider' ? 'narrower' : reach;
}

function equal(left: unknown, right: unknown): boolean {
  return canonicalText(left) === canonicalText(right);
}

function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
