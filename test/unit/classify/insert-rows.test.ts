import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertedColumns } from '../../../lib/classify/insert-rows.ts';

/** By column: its head and its values. */
const read = (text: string) =>
  insertedColumns({ text, folded: text.toLowerCase() }).map(({ head, cells }) => [
    text.slice(head.start, head.end),
    cells.map(({ start, end }) => text.slice(start, end)),
  ]);

describe('the rows of an INSERT', () => {
  it('are columns under the names that the statement gives', () => {
    expect(read("INSERT INTO people (name, ssn) VALUES ('Ana Vidal', '536-22-8145');")).toEqual([
      ['name', ['Ana Vidal']],
      ['ssn', ['536-22-8145']],
    ]);
    expect(
      read(
        'insert ignore into "shop"."people"\n  ("name", `dob`, [size])\nvalues\n  (\'O\'\'Hara\', NULL, 3.5),\n  (N\'Li\', now(), -1)',
      ),
    ).toEqual([
      ['name', ["O''Hara", 'Li']],
      ['dob', ['NULL', 'now()']],
      ['size', ['3.5', '-1']],
    ]);
  });

  it('may hold commas, brackets and escaped quotes, and several statements stand in one text', () => {
    const text = "INSERT INTO a (x, y) VALUES ('1, (2)', 'it\\'s');\nINSERT INTO b (z) VALUES (7), (8);";
    expect(read(text)).toEqual([
      ['x', ['1, (2)']],
      ['y', ["it\\'s"]],
      ['z', ['7', '8']],
    ]);
  });

  it('end where a row has another number of values, or is cut off', () => {
    expect(read('insert into t (a, b) values (1, 2), (3), (4, 5)')).toEqual([
      ['a', ['1']],
      ['b', ['2']],
    ]);
    expect(read("insert into t (a, b) values (1, 2), (3, 'cut o")).toEqual([
      ['a', ['1']],
      ['b', ['2']],
    ]);
    expect(read('insert into t select * from u')).toEqual([]);
    expect(read('insert the key into the lock (front door) and turn')).toEqual([]);
  });

  it('come back as they were written, whatever stands in them', () => {
    const literal = fc.string({
      unit: fc.constantFrom('a', ' ', ',', '(', ')', '"', "''", '\\\\', '😀', '\n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(literal, literal), { minLength: 1, maxLength: 5 }), (rows) => {
        const values = rows.map(([first, second]) => `('${first}', '${second}')`).join(', ');
        expect(read(`INSERT INTO t (first, second) VALUES ${values};`)).toEqual([
          ['first', rows.map(([first]) => first)],
          ['second', rows.map(([, second]) => second)],
        ]);
      }),
    );
  });

  it.each([
    'insert into t (a) values (',
    "insert into t (a) values ('",
    "insert into t (a) values ('''",
    "insert into t (a) values ('\\",
    'insert into t (a) values (1), ',
    'insert into ',
    'insert into t (',
    'insert into t(a)values',
    "''",
  ])('take no longer than the text is long when %j goes on and on', (unit) => {
    const head = "insert into t (a) values ('";
    // Quadratic work on two million units would take minutes.
    expect(read(head + unit.repeat(2_000_000 / unit.length)).length).toBeGreaterThan(0);
  });
});
