import { expect, it } from 'vitest';
import { encodeTextArray } from '../../../server/store/text-arrays.ts';

const words = (...values: number[]) =>
  values.flatMap((value) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

it('an array of text is written as PostgreSQL reads it', () => {
  const bytes = encodeTextArray(['a"\\', null, 'ü']);
  const due = [...words(1, 1, 25, 3, 1), ...words(3), 97, 34, 92, ...words(-1), ...words(2), 0xc3, 0xbc];
  expect([...bytes]).toEqual(due);
  expect([...encodeTextArray(['', 'b'])]).toEqual([...words(1, 0, 25, 2, 1), ...words(0), ...words(1), 98]);
  expect([...encodeTextArray([])]).toEqual(words(0, 0, 25));
});
