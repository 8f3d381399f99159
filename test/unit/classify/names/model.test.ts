import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../lib/classify/fold.ts';
import { readNameModel } from '../../../../lib/classify/names/name-model.ts';
import { tagNames } from '../../../../lib/classify/names/tag-names.ts';

const ROOT = new URL('../../../../', import.meta.url);
const bytes = readFileSync(new URL('public/models/names.bin', ROOT));
const model = readNameModel(bytes);

function read(text: string): string[] {
  if (model === null) throw new Error('no model');
  return tagNames(model, text, fold(text)).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

describe('model of names', () => {
  it('is the one the training run recorded', () => {
    const recorded = readFileSync(new URL('tools/train/names/names.bin.sha256', ROOT), 'utf8').trim();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(recorded);
  });

  it('is read, and refused when cut or changed in form', () => {
    expect(model).not.toBeNull();
    expect(readNameModel(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(readNameModel(new Uint8Array(8))).toBeNull();
    const other = Uint8Array.from(bytes);
    other[0] = 0;
    expect(readNameModel(other)).toBeNull();
  });

  it('stays small', () => {
    expect(bytes.length).toBeLessThan(2_800_000);
  });

  it.each([
    ['Hi, this is Oluwaseun Adebayo, please call me back.', ['PERSON Oluwaseun Adebayo']],
    [
      'My colleague Friedrich works for Siemens in Munich.',
      ['PERSON Friedrich', 'ORGANIZATION Siemens', 'LOCATION Munich'],
    ],
    ['How do I sort a list of dictionaries by key in Python?', []],
    ['', []],
    ['\ud800 \udc00 \0', []],
  ])('reads %j', (text, names) => {
    expect(read(text)).toEqual(names);
  });

  it('gives offsets in UTF-16 behind astral characters', () => {
    expect(read('😀😀 Dear Margaret Whitcombe, welcome!')).toEqual(['PERSON Margaret Whitcombe']);
  });
});
