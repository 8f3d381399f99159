import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../../server/store/cursor.ts';

const ID = '01234567-89ab-7def-8123-456789abcdef';

it('a cursor comes back as it was', () => {
  expect(decodeCursor(encodeCursor({ time: 1_700_000_000_000, id: ID }))).toEqual({ time: 1_700_000_000_000, id: ID });
});

it.each([
  '',
  'x',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from(`["1","${ID}"]`).toString('base64url'),
  Buffer.from(`[1.5,"${ID}"]`).toString('base64url'),
  Buffer.from('[1,"\' or 1=1"]').toString('base64url'),
  Buffer.from('{"time":1}').toString('base64url'),
])('%j is no cursor', (cursor) => {
  expect(decodeCursor(cursor)).toBeNull();
});
