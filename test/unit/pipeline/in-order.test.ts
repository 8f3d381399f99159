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

  it('are worked on a few at a time, each as soon as there is room', async () => {
    const order = new InOrder();
    const begun: number[] = [];
    const done: number[] = [];
    const finish: (() => void)[] = [];
    const all = Array.from({ length: 3 * InOrder.WIDTH }, (_, index) =>
      order
        .run(() => {
          begun.push(index);
          return new Promise<void>((resolve) => {
            finish[index] = resolve;
          });
        })
        .then(() => done.push(index)),
    );
    expect(begun).toHaveLength(InOrder.WIDTH);
    // The second has to wait for the first: it makes no room.
    finish[1]!();
    await later(20);
    expect(begun).toHaveLength(InOrder.WIDTH);
    finish[0]!();
    await later(20);
    expect(done).toEqual([0, 1]);
    expect(begun).toHaveLength(InOrder.WIDTH + 2);
    for (let index = 2; index < all.length; index++) {
      await later(20);
      finish[index]!();
    }
    await Promise.all(all);
    expect(done).toEqual(all.map((_, index) => index));
  });

  it('leave their room to others while they wait for a person, and when they fail', async () => {
    const order = new InOrder();
    const asked = Array.from({ length: InOrder.WIDTH }, () =>
      order.run((stepAside) => {
        stepAside();
        return new Promise<void>(() => undefined);
      }),
    );
    const broken = Array.from({ length: InOrder.WIDTH }, () => order.run(() => Promise.reject(new Error('broken'))));
    const outcomes = await Promise.allSettled(broken);
    expect(outcomes.map(({ status }) => status)).toEqual(broken.map(() => 'rejected'));
    expect(await order.run(async () => 'fine')).toBe('fine');
    expect(asked).toHaveLength(InOrder.WIDTH);
  });
});
