import { describe, expect, it } from 'vitest';
import { webLocks } from '../../../lib/storage/locks.ts';

describe('webLocks', () => {
  it('lets one at a time in, and the next one also after an error', async () => {
    const locks = webLocks(navigator.locks);
    const order: string[] = [];
    const enter = (name: string, fail: boolean) =>
      locks('sluice.test', async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${name} out`);
        if (fail) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([enter('a', true), enter('b', false)]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b' }]);
  });
});
