import { describe, expect, it } from 'vitest';
import { OpenQuestions } from '../../../lib/pipeline/open-questions.ts';
import type { PersonAnswer } from '../../../lib/pipeline/ports.ts';

const REDACT: PersonAnswer = { choice: 'redact', justification: null };
const NEVER = new AbortController().signal;

function desk() {
  const put: { signal: AbortSignal; answer(answer: PersonAnswer): void }[] = [];
  const questions = new OpenQuestions();
  const ask = (key: unknown, signal = NEVER) =>
    questions.ask(key, signal, (moot) => new Promise((resolve) => put.push({ signal: moot, answer: resolve })));
  return { put, ask };
}

describe('a question', () => {
  it('asked twice while it is open is put once, and answers both', async () => {
    const { put, ask } = desk();
    const both = [ask('same'), ask('same')];
    const other = ask('other');
    expect(put).toHaveLength(2);
    put[0]!.answer(REDACT);
    expect(await Promise.all(both)).toEqual([REDACT, REDACT]);
    put[1]!.answer(REDACT);
    expect(await other).toEqual(REDACT);
  });

  it('that was answered is put again: an answer is for what was open, not for ever', async () => {
    const { put, ask } = desk();
    const first = ask('same');
    put[0]!.answer(REDACT);
    await first;
    void ask('same');
    expect(put).toHaveLength(2);
  });

  it('is moot when everybody who asked has given up, and not before', async () => {
    const { put, ask } = desk();
    const [one, two] = [new AbortController(), new AbortController()];
    const answers = [ask('same', one.signal), ask('same', two.signal)];
    one.abort();
    expect((await answers[0]!).choice).toBe('cancel');
    expect(put[0]!.signal.aborted).toBe(false);
    two.abort();
    expect((await answers[1]!).choice).toBe('cancel');
    expect(put[0]!.signal.aborted).toBe(true);
  });

  it('of somebody who has given up already is not put at all', async () => {
    const { put, ask } = desk();
    expect((await ask('x', AbortSignal.abort())).choice).toBe('cancel');
    expect(put).toEqual([]);
  });

  it('that breaks, breaks for all who asked', async () => {
    const questions = new OpenQuestions();
    const ask = () => questions.ask('x', NEVER, () => Promise.reject(new Error('no dialogue')));
    await expect(Promise.all([ask(), ask()])).rejects.toThrow('no dialogue');
  });
});
