/** Whole threads sent again: what was approved is not asked about twice, what the app wrote is the app's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_APPROVALS, type SavedApprovals, StoredApprovals } from '../../../lib/background/stored-approvals.ts';
import { Hold } from '../../../lib/pipeline/hold.ts';
import type { CapturedRequest } from '../../../lib/prompt/request.ts';
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';
import { guardedTab } from '../../fakes/guarded-tab.ts';
import { type ChatgptMessage, chatgptConversationBody, chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const CARD = '4111 1111 1111 1111';
const WITH_CARD = `My card number is ${CARD}, please check it.`;
const WITH_NAME = 'My name is Hannah Becker and I need a cover letter';
const WITH_MAIL = 'Write to jane.roe@acme-corp.com about it';
const OTHER = '7a1c2d3e-1111-4222-8333-444455556666';

function send(text: string, earlier: ChatgptMessage[] = [], conversation?: string | null): CapturedRequest {
  const body = chatgptConversationBody(text, { earlier, ...(conversation === undefined ? {} : { conversation }) });
  const headers = { 'content-type': 'application/json' };
  return {
    transport: 'fetch',
    url: chatgptUrl.conversation,
    method: 'POST',
    headers,
    body: { kind: 'text', text: body },
  };
}

/** Documents of one tab, one after the other, and what the background keeps between them. */
async function tab(choice: 'proceed' | 'redact' | 'cancel') {
  const { ports, seen, session } = await guardPorts({ choice });
  // Rules on trial let the person send what was found.
  const rules = session.policy.rules.map((rule) =>
    rule.id === 'personal-data' ? { ...rule, mode: 'warn' as const } : rule,
  );
  session.policy = { ...session.policy, rules };
  let saved: SavedApprovals = NO_APPROVALS;
  const stored = () =>
    new StoredApprovals(saved, {
      policy: () => session.policyRef.digest,
      save: (all) => {
        saved = structuredClone(all);
      },
    });
  const load = () => {
    const approvals = stored();
    return new Hold({
      ...ports,
      approvals: {
        recall: async (conversation, policy) => approvals.recall(conversation, policy),
        remember: (conversation, policy, given) => approvals.remember(conversation, policy, given),
      },
    });
  };
  return { load, seen, session, saved: () => saved };
}

const bodyOf = (verdict: Awaited<ReturnType<Hold['onRequest']>>) =>
  verdict.verdict === 'rewrite' && verdict.body.kind === 'text' ? verdict.body.text : '';

describe('an approved value in a thread that is sent again', () => {
  const replay = send('And a shorter one?', [{ text: WITH_NAME }, { role: 'assistant', text: 'Dear Sir or Madam' }]);

  it('is not asked about again, before and after a reload', async () => {
    const { load, seen } = await tab('proceed');
    const hold = load();
    expect(await hold.onRequest(chatgpt, send(WITH_NAME))).toEqual({ verdict: 'pass' });
    expect(await hold.onRequest(chatgpt, replay)).toEqual({ verdict: 'pass' });
    expect(await load().onRequest(chatgpt, replay)).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
  });

  it('is asked about in another conversation', async () => {
    const { load, seen } = await tab('proceed');
    const hold = load();
    await hold.onRequest(chatgpt, send(WITH_NAME));
    await hold.onRequest(chatgpt, send(WITH_NAME, [], OTHER));
    expect(seen.asked).toBe(2);
    await load().onRequest(chatgpt, send(WITH_NAME, [], '8a1c2d3e-1111-4222-8333-444455556666'));
    expect(seen.asked).toBe(3);
  });

  it('is asked about again under other rules', async () => {
    const { load, seen, session } = await tab('proceed');
    await load().onRequest(chatgpt, send(WITH_NAME));
    session.policyRef = { ...session.policyRef, digest: 'f'.repeat(64) };
    await load().onRequest(chatgpt, replay);
    expect(seen.asked).toBe(2);
  });

  it('does not speak for a new one beside it', async () => {
    const { load, seen } = await tab('proceed');
    const hold = load();
    await hold.onRequest(chatgpt, send(WITH_NAME));
    await hold.onRequest(chatgpt, send(WITH_MAIL, [{ text: WITH_NAME }]));
    expect(seen.asked).toBe(2);
    const [, second] = seen.committed;
    expect(second!.draft.findings.map(({ type }) => type)).toEqual(['EMAIL_ADDRESS']);
  });

  it('given in the composer belongs to the first conversation that sends it', async () => {
    const { load, seen } = await tab('proceed');
    const hold = load();
    await hold.resolveText(chatgpt, 'chatgpt.com', WITH_NAME);
    expect(await hold.onRequest(chatgpt, send(WITH_NAME))).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
    await hold.onRequest(chatgpt, send(WITH_NAME, [], OTHER));
    expect(seen.asked).toBe(2);
  });

  it('leaves redacted again where it left redacted', async () => {
    const { load, seen } = await tab('redact');
    const hold = load();
    await hold.onRequest(chatgpt, send(WITH_CARD));
    for (const document of [hold, load()]) {
      const body = bodyOf(await document.onRequest(chatgpt, send('Thanks', [{ text: WITH_CARD }])));
      expect(body).toContain('CREDIT_CARD_1');
      expect(body).not.toContain(CARD);
    }
    expect(seen.asked).toBe(1);
    expect(seen.vouched.map(({ decision }) => decision)).toEqual(['record-1', 'record-1']);
  });

  it('is kept as keyed digests alone', async () => {
    const { load, saved } = await tab('proceed');
    await load().onRequest(chatgpt, send(WITH_NAME));
    expect(saved().conversations).toHaveLength(1);
    expect(JSON.stringify(saved())).not.toMatch(/Hannah|Becker|cover|6f1c2d3e/);
  });
});

describe('text the app wrote', () => {
  const answer = 'Ask Jane Roe, jane.roe@acme-corp.com, she knows.';
  const next = send('Thank you', [{ text: 'Whom do I ask?' }, { role: 'assistant', text: answer }]);

  it('passes the guard and the gate with an e-mail address the person never entered', async () => {
    const { hold, judge, seen } = await guardedTab();
    expect(await hold.onRequest(chatgpt, next)).toEqual({ verdict: 'pass' });
    expect(await judge(chatgpt, next)).toMatchObject({ pass: true });
    expect(seen.asked).toBe(0);
    const asPerson = send('Thank you', [{ text: answer }]);
    await hold.onRequest(chatgpt, asPerson);
    expect(seen.asked).toBe(1);
  });

  it('passes the gate without a guard’s word, and stays there with what the person entered', async () => {
    const { hold, judge, session } = await guardedTab();
    expect(await judge(chatgpt, next)).toMatchObject({ pass: true });
    await hold.onText(chatgpt, 'chatgpt.com', WITH_MAIL);
    expect(session.context.waitingForPolicy).toBe(false);
    expect(await judge(chatgpt, next)).toMatchObject({ pass: false });
    expect((await hold.onRequest(chatgpt, next)).verdict).toBe('refuse');
  });

  it('may repeat what the person let go in the conversation', async () => {
    const { load, seen } = await tab('proceed');
    const hold = load();
    await hold.onRequest(chatgpt, send(WITH_MAIL));
    const repeated = send('Thanks', [{ text: WITH_MAIL }, { role: 'assistant', text: answer }]);
    expect(await hold.onRequest(chatgpt, repeated)).toEqual({ verdict: 'pass' });
    expect(await load().onRequest(chatgpt, repeated)).toEqual({ verdict: 'pass' });
    expect(seen.asked).toBe(1);
  });

  it('is held with a card number in it', async () => {
    const { hold, judge } = await guardedTab();
    const smuggled = send('Thank you', [{ role: 'assistant', text: WITH_CARD }]);
    expect((await hold.onRequest(chatgpt, smuggled)).verdict).toBe('refuse');
    expect(await judge(chatgpt, smuggled)).toMatchObject({ pass: false, code: 'no_permit' });
  });
});

describe('a refused call that the page repeats', () => {
  it('[I43] is refused unasked until the person acts, and recorded once', async () => {
    const { ports, seen } = await guardPorts({ choice: 'cancel' });
    const hold = new Hold(ports);
    for (const _ of 'abc') expect((await hold.onRequest(chatgpt, send(WITH_CARD))).verdict).toBe('refuse');
    expect([seen.asked, seen.committed.length]).toEqual([1, 1]);
    seen.lastAction = ports.now() + 1;
    expect((await hold.onRequest(chatgpt, send(WITH_CARD))).verdict).toBe('refuse');
    expect(seen.asked).toBe(2);
  });
});

describe('[I22] a value in two halves', () => {
  let hold: Hold;
  let seen: Awaited<ReturnType<typeof guardPorts>>['seen'];
  beforeEach(async () => {
    const fake = await guardPorts({ choice: 'redact' });
    seen = fake.seen;
    hold = new Hold(fake.ports);
  });
  const SECRET = ['ghp_', '16C7e42F292c6912E7710c838347Ae178B4a'].join('');

  it.each([
    ['card', 'The first half is 4111 1111', '1111 1111 and that was it'],
    ['card without spaces', 'The card is 41111111', '11111111'],
    ['secret', `My token is ${SECRET.slice(0, 8)}`, `${SECRET.slice(8)} thanks`],
  ])('is held in the second message: %s', async (_, first, second) => {
    expect(await hold.onRequest(chatgpt, send(first))).toEqual({ verdict: 'pass' });
    const verdict = await hold.onRequest(chatgpt, send(second, [{ text: first }]));
    expect(seen.asked).toBe(1);
    expect(bodyOf(verdict)).not.toContain(`"${second}"`);
    expect(bodyOf(verdict)).toMatch(/\[(CREDIT_CARD|SECRET|\w+)_1·\w+\]/);
  });

  it.each([
    ['card', ['my card starts with 4539', 'then 5787', 'one moment please', '6362', 'and last 1486']],
    ['card of equal pieces', ['4111', '1111', '1111', '1111']],
    ['secret', [`token: ${SECRET.slice(0, 12)}`, SECRET.slice(12, 20), SECRET.slice(20, 31), SECRET.slice(31)]],
  ])('is held in the last of many messages: %s', async (_, messages) => {
    const last = messages.length - 1;
    for (const message of messages.slice(0, last)) {
      expect(await hold.onRequest(chatgpt, send(message))).toEqual({ verdict: 'pass' });
    }
    const verdict = await hold.onRequest(chatgpt, send(messages[last]!));
    expect(seen.asked).toBe(1);
    expect(bodyOf(verdict)).toMatch(/\[(CREDIT_CARD|SECRET|\w+)_1·\w+\]/);
  });

  it('is none where numbers follow one another by chance', async () => {
    for (const message of ['4500', 'and 3200', 'the year 2019', '12', '999 units', '7', '1486']) {
      expect(await hold.onRequest(chatgpt, send(message))).toEqual({ verdict: 'pass' });
    }
    expect(seen.asked).toBe(0);
  });

  it('is none where somebody counts', async () => {
    for (let number = 480; number < 620; number += 1 + (number % 2)) {
      expect(await hold.onRequest(chatgpt, send(`Question number ${number}`))).toEqual({ verdict: 'pass' });
    }
    expect(seen.asked).toBe(0);
  });

  it('is found when the app names the conversation after the first message', async () => {
    await hold.onRequest(chatgpt, send('The card is 41111111', [], null));
    await hold.onRequest(chatgpt, send('11111111'));
    expect(seen.asked).toBe(1);
  });

  it('is nobody’s in another conversation, and a repeated message continues nothing', async () => {
    await hold.onRequest(chatgpt, send('The card is 4111 1111'));
    expect(await hold.onRequest(chatgpt, send('1111 1111', [], OTHER))).toEqual({ verdict: 'pass' });
    await hold.onRequest(chatgpt, send('4111111111', []));
    await hold.onRequest(chatgpt, send('4111111111', []));
    expect(seen.asked).toBe(0);
  });
});
