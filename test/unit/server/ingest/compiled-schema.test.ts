// The compiled schema of records says what the other one says, of every kind of record and of what is wrong with one.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeParse } from 'zod/v4/core';
import { record } from '../../../../lib/records/record.ts';
import { compiled } from '../../../../server/ingest/compiled-schema.ts';
import { EXAMPLES } from '../../../fixtures/records/make-examples.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const fast = compiled(record);
const examples = readFileSync(EXAMPLES, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(JSON.parse(line).record) as { [key: string]: Json });
const ODD: (Json | undefined)[] = [
  undefined,
  null,
  true,
  -1,
  1.5,
  2 ** 53,
  '',
  'ü',
  'x'.repeat(600),
  [],
  [[]],
  {},
  { a: 1 },
];

/** Every place of a value, as keys from the outside. */
function placesOf(value: Json, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function changed(value: Json, [key, ...rest]: string[], to: Json | undefined): Json | undefined {
  if (key === undefined) return to;
  const copy: { [key: string]: Json } = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  const inner = changed(copy[key]!, rest, to);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

describe('the compiled schema of records', () => {
  it('takes every kind, as it is', () => {
    for (const example of examples) expect(safeParse(fast, example)).toEqual({ success: true, data: example });
    expect(examples.length).toBeGreaterThan(12);
  });

  it('takes and refuses what the other one does, wherever something is another, missing or too much', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.boolean(), (which, where, what, isAdded) => {
        const example = examples[which % examples.length]!;
        const places = placesOf(example);
        const place = places[where % places.length]!;
        const odd = ODD[what % ODD.length];
        const value = changed(example, isAdded ? [...place.slice(0, -1), 'extra'] : place, odd);
        const [one, other] = [safeParse(fast, value), record.safeParse(value)];
        expect([value, one.success]).toEqual([value, other.success]);
        expect(one.data).toEqual(other.data);
        expect(one.error?.issues.length).toBe(other.error?.issues.length);
        seen[one.success ? 'taken' : 'refused'] += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
  });
});
