/** Calls that are given up, repeated, sent all at once, or held by a guard that has outlived its extension. */
import { describe, expect, it } from 'vitest';
import { Hold } from '../../../lib/pipeline/hold.ts';
import type { PersonAnswer } from '../../../lib/pipeline/ports.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';
import { chatgptConversationBody, chatgptPrepareBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const CARD = 'My card number is 4111 1111 1111 1111, please check it.';
const REDACT: PersonAnswer = { choice: 'redact', justification: null };
const post = (url: string, text: string): CapturedRequest => ({
  transport: 'fetch',
  url,
  method: 'POST',
  headers: {},
  body: { kind: 'text', text },
});
const send = (text: string) => post(chatgptUrl.conversation, chatgptConversationBody(text));

/** A guard whose person answers when the test says so, and takes the question away when it is moot. */
async function waitingGuard() {
  const set = await guardPorts();
  const questions: { answer(answer: PersonAnswer): void; isMoot(): boolean }[] = [];
  let waiting = 0;
  const hold = new Hold({
    ...set.ports,
    // Looked at right before a call asks, or waits for what another asked.
    lastAction: () => {
      waiting += 1;
      return 0;
    },
    ask: (_inspection, _redacted, signal) =>
      new Promise((resolve) => {
        questions.push({ answer: resolve, isMoot: () => signal.aborted });
        signal.addEventListener('abort', () => resolve({ choice: 'cancel', justification: null }));
      }),
  });
  const asked = () => expect.poll(() => questions.length);
  const waits = () => expect.poll(() => waiting);
  return { ...set, hold, questions, asked, waits };
}

describe('a guard that protects no longer', () => {
  it('refuses everything, without asking its extension, and says that the tab has to be loaded again', async () => {
    const { ports, seen } = await guardPorts();
    const hold = new Hold({ ...ports, isCurrent: () => false });
    const calls = [
      send('hello'),
      post(chatgptUrl.prepare, chatgptPrepareBody('hello')),
      post('https://chatgpt.com/ces/v1/t', '{"event":"click"}'),
    ];
    for (const call of calls) {
      expect(await hold.onRequest(chatgpt, call)).toEqual({ verdict: 'refuse', code: 'disconnected' });
    }
    expect(hold.judgeText(chatgpt, 'chatgpt.com', 'hello')).toBe('hold');
    expect(await hold.resolveText(chatgpt, 'chatgpt.com', 'hello')).toEqual({ kind: 'stop' });
    expect(new Set(seen.notices)).toEqual(new Set(['disconnected']));
    expect([...seen.committed, ...seen.vouched]).toEqual([]);
  });
});

describe('a call that is given up', () => {
  it('closes its question, is not released, and its record says that nobody sent it', async () => {
    const { hold, questions, asked, seen } = await waitingGuard();
    const call = new AbortController();
    const verdict = hold.onRequest(chatgpt, send(CARD), call.signal);
    await asked().toBe(1);
    call.abort();
    expect(await verdict).toEqual({ verdict: 'refuse', code: 'withdrawn' });
    expect(questions[0]!.isMoot()).toBe(true);
    expect(seen.committed).toMatchObject([{ draft: { user_choice: 'cancel' }, permit: null }]);
  });

  it('before it was judged gets no permit', async () => {
    const { hold, seen } = await waitingGuard();
    expect((await hold.onRequest(chatgpt, send('hello'), AbortSignal.abort())).verdict).toBe('refuse');
    expect([...seen.committed, ...seen.vouched]).toEqual([]);
  });

  it('leaves the same question open for another that waits', async () => {
    const { hold, questions, waits } = await waitingGuard();
    const first = new AbortController();
    const calls = [hold.onRequest(chatgpt, send(CARD), first.signal), hold.onRequest(chatgpt, send(CARD))];
    await waits().toBe(2);
    first.abort();
    expect((await calls[0]!).verdict).toBe('refuse');
    expect(questions[0]!.isMoot()).toBe(false);
    questions[0]!.answer(REDACT);
    expect((await calls[1]!).verdict).toBe('rewrite');
    expect(questions).toHaveLength(1);
  });
});

describe('the same text sent twice while the person thinks', () => {
  it('is one question, and each call has its decision and its record', async () => {
    const { hold, questions, waits, seen } = await waitingGuard();
    const calls = [hold.onRequest(chatgpt, send(CARD)), hold.onRequest(chatgpt, send(CARD))];
    await waits().toBe(2);
    questions[0]!.answer(REDACT);
    const verdicts = await Promise.all(calls);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['rewrite', 'rewrite']);
    expect(verdicts[0]).toEqual(verdicts[1]);
    expect(seen.committed).toHaveLength(2);
    expect(questions).toHaveLength(1);
  });

  it('and another text are two questions', async () => {
    const { hold, asked } = await waitingGuard();
    void hold.onRequest(chatgpt, send(CARD));
    void hold.onRequest(chatgpt, send(`${CARD} And 5500 0000 0000 0004.`));
    await asked().toBe(2);
  });
});

describe('a hundred sends at once', () => {
  it('are answered in their order, each with its record, and a question holds up nobody', async () => {
    const { hold, questions, asked, seen } = await waitingGuard();
    const done: number[] = [];
    const held = hold.onRequest(chatgpt, send(CARD));
    await asked().toBe(1);
    const sends = Array.from({ length: 100 }, (_, index) =>
      hold.onRequest(chatgpt, send(`Question number ${index} about bread`)).then(({ verdict }) => {
        if (verdict === 'pass') done.push(index);
      }),
    );
    await Promise.all(sends);
    expect(done).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(seen.committed).toHaveLength(100);
    questions[0]!.answer(REDACT);
    expect((await held).verdict).toBe('rewrite');
  });
});
