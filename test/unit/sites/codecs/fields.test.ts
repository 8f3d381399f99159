import { describe, expect, it } from 'vitest';
import { openFields } from '../../../../lib/sites/codecs/fields.ts';

const text = new TextEncoder().encode('file text');

describe('openFields', () => {
  it('reads values, file texts and file names', () => {
    const { leaves } = openFields([
      { name: 'prompt', value: 'hello' },
      { name: 'f', file: { name: 'a.txt', type: 'text/plain', bytes: text } },
    ]);
    expect(leaves).toEqual([
      { path: ['prompt'], text: 'hello' },
      { path: ['f', 'filename'], text: 'a.txt' },
      { path: ['f'], text: 'file text', file: { name: 'a.txt', type: 'text/plain' } },
    ]);
  });

  it('tells of files the browser hides and of files that are no text', () => {
    const { opaque } = openFields([
      { name: 'hidden', file: { name: '', type: '', bytes: null } },
      { name: 'image', file: { name: 'a.png', type: 'image/png', bytes: new Uint8Array([0xff, 0xd8, 0]) } },
    ]);
    expect(opaque).toEqual([
      { path: ['hidden'], reason: 'no_body' },
      {
        path: ['image'],
        reason: 'binary',
        file: { name: 'a.png', type: 'image/png', bytes: new Uint8Array([0xff, 0xd8, 0]) },
      },
    ]);
  });

  it('replaces what it is told to and keeps the rest', () => {
    const fields = [
      { name: 'prompt', value: 'hello' },
      { name: 'a b', value: 'x' },
      { name: 'f', file: { name: 'a.txt', type: 'text/plain', bytes: text } },
      { name: 'g', file: { name: 'g', type: '', bytes: null } },
    ];
    const opened = openFields(fields);
    expect(opened.close(new Map())).toEqual(fields);
    const changes = new Map(opened.leaves.filter((leaf) => leaf.text !== 'x').map((leaf) => [leaf, `${leaf.text}!`]));
    expect(opened.close(changes)).toEqual([
      { name: 'prompt', value: 'hello!' },
      { name: 'a b!', value: 'x' },
      { name: 'f', file: { name: 'a.txt!', type: 'text/plain', bytes: new TextEncoder().encode('file text!') } },
      { name: 'g', file: { name: 'g!', type: '', bytes: null } },
    ]);
  });
});
