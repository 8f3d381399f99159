import { describe, expect, it } from 'vitest';
import { InOrder } from '../../../lib/pipeline/in-order.ts';

const later = (turns: number) => {
  let wait = Promise.resolve();
  for (let turn = 0; turn < turns; turn++) wait = wait.then(() => undefined);
  return wait;
};

describe('verdicts', () => {
  it('go in the order of their questions, whatever each takes', async () => {
    const order = new InOrder();
    const done: number[] = [];
    const turns = [50, 3, 20, 0, 7];
    await Promise.all(turns.map((turn, index) => order.run(() => later(turn)).then(() => done.push(index))));
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('wait for nobody who waits for a person, but for all before that', async () => {
    const order = new InOrder();
    const done: string[] = [];
    let answer: () => void = () => undefined;
    const slow = order.run(() => later(30)).then(() => done.push('slow'));
    const asked = order
      .run((stepAside) => {
        stepAside();
        return new Promise<void>((resolve) => {
          answer = resolve;
        });
      })
      .then(() => done.push('asked'));
    await order.run(() => later(0)).then(() => done.push('next'));
    answer();
    await Promise.all([slow, asked]);
    expect(done).toEqual(['slow', 'next', 'asked']);
  });

  it('go on after one that failed', async () => {
    const order = new InOrder();
    await expect(order.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await order.run(async () => 'fine')).toBe('fine');
  });
});
