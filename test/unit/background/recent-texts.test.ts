/** What was found in the last few texts: found again for a moment, then gone. */
import { describe, expect, it } from 'vitest';
import { RecentTexts } from '../../../lib/background/recent-texts.ts';
import { createClassifier } from '../../../lib/classify/classifier.ts';
import { NO_DATA } from '../../../lib/classify/every-table.ts';

const TEXT = `my card is 4111 1111 1111 1111, and ${'the rest of it is about tea. '.repeat(10)}`;

function clock() {
  let now = 1_000;
  let wake: (() => void)[] = [];
  return {
    now: () => now,
    sleep: () => new Promise<void>((resolve) => wake.push(resolve)),
    async pass(ms: number) {
      now += ms;
      const due = wake;
      wake = [];
      for (const resolve of due) resolve();
      await new Promise((resolve) => setTimeout(resolve));
      return wake.length;
    },
  };
}

describe('recent texts', () => {
  it('saves the second classification of a text, and changes no answer', () => {
    const memory = new RecentTexts(clock());
    const { classify } = createClassifier(NO_DATA, memory);
    const first = classify(TEXT);
    expect(first).toMatchObject([{ type: 'CREDIT_CARD' }]);
    expect(classify(TEXT)).toBe(first);
    expect(classify(`${TEXT}.`)).not.toBe(first);
  });

  it('is asked only where the question is the same', () => {
    const memory = new RecentTexts(clock());
    const { classify } = createClassifier(NO_DATA, memory);
    const strict = classify(TEXT, { leastConfidence: 1.1 });
    expect(strict).toEqual([]);
    expect(classify(TEXT)).toHaveLength(1);
  });

  it('forgets after some seconds, and then waits for nothing more', async () => {
    const time = clock();
    const memory = new RecentTexts(time);
    memory.set(TEXT, []);
    expect(memory.get(TEXT)).toEqual([]);
    expect(await time.pass(10_000)).toBe(1);
    memory.set(`${TEXT}!`, []);
    expect(await time.pass(10_000)).toBe(1);
    expect(memory.get(TEXT)).toBeUndefined();
    expect(memory.get(`${TEXT}!`)).toEqual([]);
    expect(await time.pass(20_000)).toBe(0);
    expect(memory.get(`${TEXT}!`)).toBeUndefined();
    memory.set(TEXT, []);
    expect(await time.pass(1)).toBe(1);
  });

  it('keeps a small amount: the oldest go first, and the very long never come in', () => {
    const memory = new RecentTexts(clock());
    const texts = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(1_000_000));
    for (const text of texts) memory.set(text, []);
    expect(texts.map((text) => memory.get(text) !== undefined)).toEqual([false, true, true, true, true]);
    memory.set('x'.repeat(5_000_000), []);
    expect(memory.get(texts[4]!)).toEqual([]);
    expect(memory.get('x'.repeat(5_000_000))).toBeUndefined();
  });
});
