import { expect, it } from 'vitest';
import {
  encodeBigintArray,
  encodeJsonbArray,
  encodeTextArray,
  encodeUuidArray,
} from '../../../server/store/binary-arrays.ts';

const words = (...values: number[]) =>
  values.flatMap((value) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

it('an array of text is written as PostgreSQL reads it', () => {
  const bytes = encodeTextArray(['a"\\', null, 'ü'])!;
  const due = [...words(1, 1, 25, 3, 1), ...words(3), 97, 34, 92, ...words(-1), ...words(2), 0xc3, 0xbc];
  expect([...bytes]).toEqual(due);
  expect([...encodeTextArray(['', 'b'])!]).toEqual([...words(1, 0, 25, 2, 1), ...words(0), ...words(1), 98]);
  expect([...encodeTextArray([])!]).toEqual(words(0, 0, 25));
});

it('an array of ids is written as PostgreSQL reads it, whatever their case', () => {
  const id = '01890a5d-ac96-774b-BCCE-b302099a8057';
  const due = [0x01, 0x89, 0x0a, 0x5d, 0xac, 0x96, 0x77, 0x4b, 0xbc, 0xce, 0xb3, 0x02, 0x09, 0x9a, 0x80, 0x57];
  expect([...encodeUuidArray([id])!]).toEqual([...words(1, 0, 2950, 1, 1), ...words(16), ...due]);
  expect([...encodeUuidArray([])!]).toEqual(words(0, 0, 2950));
});

it('an array of whole numbers is written as PostgreSQL reads it', () => {
  const due = [...words(1, 1, 20, 3, 1), ...words(8, 0, 7), ...words(-1), ...words(8, -1, -2)];
  expect([...encodeBigintArray([7, null, -2])!]).toEqual(due);
  for (const value of [2 ** 32, -(2 ** 32), -(2 ** 53) + 1, 1_784_000_000_123]) {
    const last = Buffer.from(encodeBigintArray([value])!.subarray(-8));
    expect(Number(last.readBigInt64BE())).toBe(value);
  }
  expect([...encodeBigintArray([2 ** 53 - 1])!].slice(-8)).toEqual([0, 31, 255, 255, 255, 255, 255, 255]);
});

it('an array of JSON is written as PostgreSQL reads it', () => {
  const due = [...words(1, 1, 3802, 3, 1), ...words(4), 1, 34, 97, 34, ...words(-1), ...words(3), 1, 123, 125];
  expect([...encodeJsonbArray(['"a"', null, '{}'])!]).toEqual(due);
});

it('what is none of these is left to the database', () => {
  expect(encodeTextArray([1])).toBeNull();
  expect(encodeUuidArray(['01890a5d'])).toBeNull();
  expect(encodeUuidArray([null])).toBeNull();
  expect(encodeUuidArray(['01890a5d-ac96-774b-bcce-b302099a805g'])).toBeNull();
  expect(encodeUuidArray(['01890a5d-ac96-774b-bcce-b302099a80\u{10330}'])).toBeNull();
  expect(encodeUuidArray(['01890a5d-ac96-774bbcce-b302099a8057-'])).toBeNull();
  expect(encodeBigintArray(['7'])).toBeNull();
  expect(encodeBigintArray([2 ** 60])).toBeNull();
});
