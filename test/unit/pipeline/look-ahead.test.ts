/** Looking ahead at what is being written: the newest text, one question at a time. */
import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../lib/classify/finding.ts';
import { LookAhead } from '../../../lib/pipeline/look-ahead.ts';

const NOTHING: Classification = { findings: [], uses: [] };

/** A classifier that answers when the test says so. */
function slowClassifier() {
  const asked: { text: string; answer(): void; fail(): void }[] = [];
  const ahead = new LookAhead(
    (text) =>
      new Promise((resolve, reject) => {
        asked.push({ text, answer: () => resolve({ ...NOTHING }), fail: () => reject(new Error('gone')) });
      }),
  );
  return { ahead, asked, texts: () => asked.map(({ text }) => text) };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('looking ahead', () => {
  it('asks about the newest text alone when the last answer comes', async () => {
    const { ahead, asked, texts } = slowClassifier();
    for (const text of ['h', 'he', 'hel', 'hell', 'hello']) ahead.see(text);
    expect(texts()).toEqual(['h']);
    asked[0]!.answer();
    await turn();
    expect(texts()).toEqual(['h', 'hello']);
    expect(ahead.known('hello')).toBeNull();
    asked[1]!.answer();
    await turn();
    expect(ahead.known('hello')).toEqual(NOTHING);
    expect(ahead.known('h')).toBeNull();
  });

  it('does not ask twice about what is known or on its way', async () => {
    const { ahead, asked, texts } = slowClassifier();
    ahead.see('hello');
    ahead.see('hello');
    const sent = ahead.of('hello');
    asked[0]!.answer();
    expect(await sent).toEqual(NOTHING);
    ahead.see('hello');
    expect(await ahead.of('hello')).toEqual(NOTHING);
    expect(texts()).toEqual(['hello']);
  });

  it('goes back to nothing when the text goes back to the one on its way', async () => {
    const { ahead, asked, texts } = slowClassifier();
    for (const text of ['hello', 'hello!', 'hello']) ahead.see(text);
    asked[0]!.answer();
    await turn();
    expect(texts()).toEqual(['hello']);
  });

  it('lets a send wait for nobody else, and forgets what was written before it', async () => {
    const { ahead, asked, texts } = slowClassifier();
    ahead.see('hel');
    ahead.see('hell');
    const sent = ahead.of('hello');
    expect(texts()).toEqual(['hel', 'hello']);
    asked[1]!.answer();
    await sent;
    asked[0]!.answer();
    await turn();
    expect(ahead.known('hello')).toEqual(NOTHING);
    expect(texts()).toEqual(['hel', 'hello']);
  });

  it('tells a send that nobody could say, and asks again the next time', async () => {
    const { ahead, asked, texts } = slowClassifier();
    const sent = ahead.of('hello');
    asked[0]!.fail();
    await expect(sent).rejects.toThrow('gone');
    ahead.see('hello');
    expect(texts()).toEqual(['hello', 'hello']);
  });

  it('takes no answer from before for one under other rules', async () => {
    const { ahead, asked } = slowClassifier();
    ahead.see('hello');
    ahead.see('hello you');
    ahead.forget();
    asked[0]!.answer();
    await turn();
    expect(ahead.known('hello')).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('leaves blank and very long texts to the pause', () => {
    const { ahead, texts } = slowClassifier();
    ahead.see(' \n');
    ahead.see('x'.repeat(20_001));
    expect(texts()).toEqual([]);
  });
});
