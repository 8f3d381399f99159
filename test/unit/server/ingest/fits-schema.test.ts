// The quick check of records says what their schema says, of every kind of record and of what is wrong with one.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { record } from '../../../../lib/records/record.ts';
import { shippedRecord } from '../../../../lib/sync/api.ts';
import { fitsSchema } from '../../../../server/ingest/fits-schema.ts';
import { EXAMPLES } from '../../../fixtures/records/make-examples.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isRecord = fitsSchema(record);
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

describe('the quick check of records', () => {
  it('takes every kind, and the schema would leave it as it is', () => {
    for (const example of examples) {
      expect(isRecord(example)).toBe(true);
      expect(record.parse(example)).toEqual(example);
    }
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
        const taken = isRecord(value);
        expect([value, taken]).toEqual([value, record.safeParse(value).success]);
        seen[taken ? 'taken' : 'refused'] += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
  });

  it('knows all that records are made of', () => {
    const unknown: unknown[] = [];
    for (const schema of [record, shippedRecord]) {
      fitsSchema<unknown>(schema, (part) => {
        unknown.push(part._zod.def);
        return () => false;
      });
    }
    expect(unknown).toEqual([]);
  });

  it('says what zod says of every type, and asks it for what it does not know', () => {
    const schemas = [
      z.nullable(z.int().gte(0).lt(5)),
      z.union([z.literal(['a', null]), z.array(z.boolean()).max(1)]),
      z.object({ a: z.optional(z.string().min(1)) }),
      z.strictObject({ a: z.optional(z.string().min(1)) }),
      z.discriminatedUnion('a', [z.strictObject({ a: z.literal(1) }), z.strictObject({ a: z.enum(['', 'x']) })]),
      z.email(),
      z.string().regex(/^u/g),
      z.number().multipleOf(2),
      z.record(z.string(), z.int()),
      z.tuple([z.array(z.unknown())]),
      z.xor([z.int(), z.number()]),
    ];
    for (const schema of schemas) {
      const fits = fitsSchema(schema as z.ZodType);
      const values = [
        ...ODD,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        2,
        4,
        'a',
        'uu',
        'a@b.example',
        { a: 'x' },
        { a: '' },
        [true],
      ];
      for (const value of values) {
        // Twice: a pattern may remember.
        for (const _ of [1, 2])
          expect([schema.def, value, fits(value)]).toEqual([schema.def, value, schema.safeParse(value).success]);
      }
    }
  });
});
