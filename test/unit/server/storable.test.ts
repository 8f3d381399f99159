import { expect, it } from 'vitest';
import { isStorable } from '../../../server/storable.ts';

it.each([
  ['text', true],
  ['text with \u{1f600} and \u0001', true],
  ['a\0b', false],
  ['\ud800', false],
  ['\udc00\ud800', false],
  [{ a: [{ b: 'fine' }], n: 1, z: null }, true],
  [{ a: [{ b: 'x\0' }] }, false],
  [{ 'k\0': 1 }, false],
])('isStorable(%j) is %s', (value, expected) => {
  expect(isStorable(value)).toBe(expected);
});
