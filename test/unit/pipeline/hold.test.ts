import { describe, expect, it } from 'vitest';
import { Hold } from '../../../lib/pipeline/hold.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import type { SiteAdapter } from '../../../lib/sites/adapter.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';
import { chatgptConversationBody, chatgptPrepareBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';
import { claudePerformActionBytes, claudeUrl } from '../../fixtures/sites/claude/bodies.ts';

const CARD = '4111 1111 1111 1111';
const SECRET_PROMPT = `My card number is ${CARD}, please check it.`;
const HOST = 'chatgpt.com';

const post = (url: string, text: string): CapturedRequest => ({
  transport: 'fetch',
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: { kind: 'text', text },
});
const send = (text: string) => post(chatgptUrl.conversation, chatgptConversationBody(text));

describe('a harmless prompt', () => {
  it('passes unchanged, is recorded first, and gets its permit', async () => {
    const { ports, seen } = await guardPorts();
    expect(await new Hold(ports).onRequest(chatgpt, send('How do I bake bread?'))).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(0);
    expect(seen.committed).toHaveLength(1);
    expect(seen.committed[0]!.draft.action).toBe('allow');
    expect(seen.committed[0]!.permit).toMatchObject({ app: 'chatgpt', opaque: false });
  });

  it('passes the composer at once when it was looked at while it was written', async () => {
    const { ports, seen } = await guardPorts();
    const hold = new Hold(ports);
    hold.onTyping('How do I bake bread?');
    await expect.poll(() => hold.judgeText(chatgpt, HOST, 'How do I bake bread?')).toBe('pass');
    expect(hold.judgeText(chatgpt, HOST, 'How do I bake bread? And')).toBe('hold');
    expect(seen.classified).toBe(1);
  });

  it('passes the composer without a question when nobody had looked at it yet', async () => {
    const { ports, seen } = await guardPorts();
    const hold = new Hold(ports);
    expect(hold.judgeText(chatgpt, HOST, 'How do I bake bread?')).toBe('hold');
    expect(await hold.resolveText(chatgpt, HOST, 'How do I bake bread?')).toEqual({ kind: 'send' });
    expect(seen.asked).toBe(0);
  });

  it('is looked at anew under other rules', async () => {
    const { ports, session } = await guardPorts();
    let current = session;
    const hold = new Hold({ ...ports, sessionNow: () => current });
    hold.onTyping('How do I bake bread?');
    await expect.poll(() => hold.judgeText(chatgpt, HOST, 'How do I bake bread?')).toBe('pass');
    current = { ...session };
    expect(hold.judgeText(chatgpt, HOST, 'How do I bake bread?')).toBe('hold');
  });
});

describe('a prompt with a card number', () => {
  it('leaves with a token in its place when the person sends it redacted', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const verdict = await new Hold(ports).onRequest(chatgpt, send(SECRET_PROMPT));
    expect(verdict.verdict).toBe('rewrite');
    const text = verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? verdict.body.text : '';
    expect(text).toContain('[CREDIT_CARD_1');
    expect(text).not.toContain('4111');
    expect(seen.committed.map(({ draft }) => [draft.action, draft.user_choice])).toEqual([['block', 'redact']]);
    expect(seen.committed[0]!.draft.redactions).toEqual([{ class: 'PCI', count: 1, method: 'token' }]);
  });

  it.each(['edit', 'cancel'] as const)('stays when the person chooses %s, and the record says so', async (choice) => {
    const { ports, seen } = await guardPorts({ choice });
    expect((await new Hold(ports).onRequest(chatgpt, send(SECRET_PROMPT))).verdict).toBe('refuse');
    expect(seen.committed).toHaveLength(1);
    expect(seen.committed[0]).toMatchObject({ draft: { user_choice: choice }, permit: null });
  });

  it('stays when the answer is one that policy does not offer', async () => {
    const { ports, seen } = await guardPorts({ choice: 'proceed' });
    expect((await new Hold(ports).onRequest(chatgpt, send(SECRET_PROMPT))).verdict).toBe('refuse');
    expect(seen.committed[0]!.draft.user_choice).toBe('cancel');
  });

  it('is rewritten in protobuf too', async () => {
    const { ports } = await guardPorts({ choice: 'redact' });
    const request: CapturedRequest = {
      ...post(claudeUrl.performAction, ''),
      headers: { 'content-type': 'application/proto' },
      body: { kind: 'bytes', bytes: claudePerformActionBytes(SECRET_PROMPT) },
    };
    const verdict = await new Hold(ports).onRequest(claude, request);
    expect(verdict.verdict).toBe('rewrite');
    const bytes =
      verdict.verdict === 'rewrite' && verdict.body.kind === 'bytes' ? verdict.body.bytes : new Uint8Array();
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('[CREDIT_CARD_1');
    expect(text).not.toContain('4111');
  });

  it('never leaves in a draft call, and nobody is asked about a draft', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const draft = post(chatgptUrl.prepare, chatgptPrepareBody(SECRET_PROMPT));
    expect(await new Hold(ports).onRequest(chatgpt, draft)).toEqual({ verdict: 'refuse', code: 'draft_held' });
    expect(seen.asked).toBe(0);
    expect(seen.committed).toEqual([]);
  });

  it('once redacted in the composer is not asked about again on the wire', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    expect(hold.judgeText(chatgpt, HOST, SECRET_PROMPT)).toBe('hold');
    const outcome = await hold.resolveText(chatgpt, HOST, SECRET_PROMPT);
    expect(outcome.kind).toBe('write');
    const written = outcome.kind === 'write' ? outcome.text : '';
    expect(written).not.toContain('4111');
    // The editor trims and re-wraps what is written into it.
    expect(await hold.onRequest(chatgpt, send(`${written.replaceAll(' ', '\n')}\n`))).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
    expect(seen.committed).toHaveLength(1);
    expect(seen.vouched).toMatchObject([{ decision: 'record-1' }]);
  });

  it('approved in the composer may be sent a moment later, and only that text', async () => {
    const { ports } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    const outcome = await hold.resolveText(chatgpt, HOST, SECRET_PROMPT);
    const written = outcome.kind === 'write' ? outcome.text : '';
    expect(hold.judgeText(chatgpt, HOST, written)).toBe('pass');
    expect(hold.judgeText(chatgpt, HOST, SECRET_PROMPT)).toBe('hold');
  });

  it('approved under other rules is asked about again', async () => {
    const { ports, seen, session } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    const outcome = await hold.resolveText(chatgpt, HOST, SECRET_PROMPT);
    const written = outcome.kind === 'write' ? outcome.text : '';
    session.policyRef = { ...session.policyRef, digest: 'f'.repeat(64) };
    await hold.onRequest(chatgpt, send(written));
    expect(seen.vouched).toEqual([]);
    expect(seen.committed.map(({ draft }) => draft.action)).toEqual(['block', 'allow']);
  });

  it('approved does not cover a file that nobody could read', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    const outcome = await hold.resolveText(chatgpt, HOST, SECRET_PROMPT);
    const written = outcome.kind === 'write' ? outcome.text : '';
    const withFile: SiteAdapter = {
      ...chatgpt,
      async read(request) {
        return { ...(await chatgpt.read(request))!, unreadable: [{ id: 'file', reason: 'binary' }] };
      },
    };
    expect((await hold.onRequest(withFile, send(written))).verdict).toBe('refuse');
    expect(seen.vouched).toEqual([]);
  });

  it('approved for one text does not let another through', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const hold = new Hold(ports);
    await hold.resolveText(chatgpt, HOST, SECRET_PROMPT);
    await hold.onRequest(chatgpt, send(`${SECRET_PROMPT} And 5500 0000 0000 0004.`));
    expect(seen.asked).toBe(2);
  });
});

describe('text that is out of the ordinary', () => {
  const bodyOf = async (text: string) => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const verdict = await new Hold(ports).onRequest(chatgpt, send(text));
    const body = verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? JSON.parse(verdict.body.text) : null;
    return { verdict: verdict.verdict, text: body?.messages.at(-1).content.parts[0] as string | undefined, seen };
  };

  it('a prompt of 2 MB passes when it is harmless and loses only the card when it is not', {
    timeout: 60_000,
  }, async () => {
    const prose = 'The quick brown fox jumps over the lazy dog. '.repeat(46_000);
    expect((await bodyOf(prose)).verdict).toBe('pass');
    const { text } = await bodyOf(`${prose}My card is ${CARD}. ${prose}`);
    expect(text?.startsWith(prose)).toBe(true);
    expect(text?.endsWith(prose)).toBe(true);
    expect(text).not.toContain(CARD);
  });

  it.each([
    ['lone surrogates', '\ud800 and \udc00'],
    ['NULs', 'a\u0000b'],
    ['astral characters', '💳👩‍💼'],
    ['bidirectional marks', '\u202eabc\u202c'],
  ])('%s around a card survive the redaction of the card', async (_, odd) => {
    const { text } = await bodyOf(`${odd} my card ${CARD} ${odd}`);
    expect(text).toMatch(/\[CREDIT_CARD_1·\w+\]/);
    expect(text?.startsWith(`${odd} my card `)).toBe(true);
    expect(text?.endsWith(` ${odd}`)).toBe(true);
  });

  it.each(['\ud800', 'a\u0000b', ''])('%j alone passes', async (odd) => {
    expect((await bodyOf(odd)).verdict).toBe('pass');
  });
});

describe('calls that are no prompt', () => {
  const telemetry = (text: string) => post('https://chatgpt.com/ces/v1/t', JSON.stringify({ event: 'typed', text }));

  it('pass, also with the account’s own e-mail address', async () => {
    const { ports, seen } = await guardPorts();
    expect(await new Hold(ports).onRequest(chatgpt, telemetry('user jane.roe@acme-corp.com'))).toEqual({
      verdict: 'pass',
    });
    expect(seen.committed).toEqual([]);
  });

  it('stay when they carry what the person entered', async () => {
    const { ports, seen } = await guardPorts();
    const hold = new Hold(ports);
    await ports.session();
    await hold.onText(chatgpt, HOST, 'write to jane.roe@acme-corp.com');
    expect(await hold.onRequest(chatgpt, telemetry('user jane.roe@acme-corp.com'))).toMatchObject({
      verdict: 'refuse',
    });
    expect(seen.notices).toEqual(['rule']);
  });
});

describe('when something fails', () => {
  const cases: [string, Parameters<typeof guardPorts>[0]][] = [
    ['there is no session', { broken: 'session' }],
    ['the text cannot be classified', { broken: 'classify' }],
    ['the record cannot be written', { broken: 'commit' }],
    ['the dialogue breaks', { broken: 'ask' }],
    ['the vault breaks', { broken: 'vault' }],
  ];
  it.each(cases)('and %s, nothing leaves and the person is told', async (_, options) => {
    const { ports, seen } = await guardPorts({ choice: 'redact', ...options });
    const hold = new Hold(ports);
    expect((await hold.onRequest(chatgpt, send(SECRET_PROMPT))).verdict).toBe('refuse');
    expect(await hold.resolveText(chatgpt, HOST, SECRET_PROMPT)).toEqual({ kind: 'stop' });
    expect(seen.notices).toEqual(['failed', 'failed']);
  });

  it('a harmless prompt is not sent without its record either', async () => {
    const { ports } = await guardPorts({ broken: 'commit' });
    expect((await new Hold(ports).onRequest(chatgpt, send('hello'))).verdict).toBe('refuse');
  });

  it('a call that is no prompt is not sent unread either', async () => {
    const { ports, seen } = await guardPorts({ broken: 'classify' });
    const call = post('https://chatgpt.com/ces/v1/t', '{"event":"a click"}');
    expect((await new Hold(ports).onRequest(chatgpt, call)).verdict).toBe('refuse');
    expect(seen.notices).toEqual(['failed']);
  });

  it('the composer holds until the policy is known', async () => {
    const { ports } = await guardPorts({ broken: 'session' });
    expect(new Hold(ports).judgeText(chatgpt, HOST, 'hello')).toBe('hold');
  });

  it('a body that cannot be read stays', async () => {
    const { ports, seen } = await guardPorts({ choice: 'redact' });
    const request: CapturedRequest = { ...send(''), body: { kind: 'unreadable', reason: 'stream' } };
    expect((await new Hold(ports).onRequest(chatgpt, request)).verdict).toBe('refuse');
    expect(seen.committed[0]?.draft.evaluation).toBe('not_evaluable');
  });

  it('a policy that has not arrived holds even a harmless prompt', async () => {
    const { ports } = await guardPorts({ waitingForPolicy: true });
    expect((await new Hold(ports).onRequest(chatgpt, send('hello'))).verdict).toBe('refuse');
  });
});
