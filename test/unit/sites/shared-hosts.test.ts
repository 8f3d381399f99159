/** Apps on hosts that they share with other products: the rest of such a host is let alone. */
import { describe, expect, it } from 'vitest';
import type { GateState } from '../../../lib/gate/judge-request.ts';
import { judgeRequest } from '../../../lib/gate/judge-request.ts';
import { PermitBook } from '../../../lib/gate/permits.ts';
import { enteredDigests } from '../../../lib/pipeline/entered.ts';
import { Hold } from '../../../lib/pipeline/hold.ts';
import { inspect } from '../../../lib/pipeline/inspect.ts';
import { githubCopilot } from '../../../lib/sites/github-copilot.ts';
import { isOwnPage } from '../../../lib/sites/own-page.ts';
import { bareClassifier } from '../../fakes/bare-classifier.ts';
import { guardPorts } from '../../fakes/guard-ports.ts';
import { githubCopilotBody, githubCopilotUrl } from '../../fixtures/sites/github-copilot/bodies.ts';
import { atGate, open, post } from './requests.ts';

const CARD = '4111 1111 1111 1111';
const COMMENT = 'https://github.com/northwind/shop/issue_comments';
const comment = (text: string) => post(COMMENT, JSON.stringify({ comment: { body: text } }));

async function gateState(ports: Awaited<ReturnType<typeof guardPorts>>['ports'], entered: string[]) {
  const { policy, digester, context } = await ports.session();
  const permits = new PermitBook([], () => undefined);
  const state: GateState = {
    ...{ classifier: bareClassifier, policy, digester, permits },
    context: { ...context, timeMs: 0 },
    entered: new Set(entered),
  };
  return state;
}

describe('GitHub', () => {
  it.each([
    'https://github.com/northwind/shop/issue_comments',
    'https://github.com/search?q=my+card+4111+1111+1111+1111',
    'https://github.com/copilot-tests/shop/upload/main',
    'https://github.com/features/copilot?q=x',
    'https://github-production-user-asset.s3.amazonaws.com/1',
    'https://collector.github.com/github/collect',
  ])('%s is not Copilot', (url) => {
    expect(githubCopilot.callKind(post(url, '{}'))).toBe('outside');
    expect(githubCopilot.callKind(open(url))).toBe('outside');
  });

  it.each([
    'https://github.com/github-copilot/chat/token',
    'https://github.com/copilot/c/4e5b591e',
    'https://api.business.githubcopilot.com/github/chat/threads',
    'https://githubcopilot.com/telemetry',
  ])('%s is', (url) => expect(githubCopilot.callKind(post(url, '{}'))).toBe('other'));

  it('takes a comment with a card number from a page in which nothing was asked of Copilot', async () => {
    const { ports, seen } = await guardPorts();
    expect(await new Hold(ports).onRequest(githubCopilot, comment(`card ${CARD}`))).toEqual({ verdict: 'pass' });
    expect(
      await judgeRequest(githubCopilot, atGate(comment(`card ${CARD}`)), 1, await gateState(ports, [])),
    ).toMatchObject({
      pass: true,
      decision: null,
    });
    expect(seen.committed).toEqual([]);
  });

  it('does not take what the person put into Copilot, and still takes another card', async () => {
    const { ports } = await guardPorts({ choice: 'cancel' });
    const hold = new Hold(ports);
    const asked = post(githubCopilotUrl.messages, githubCopilotBody(`Is my card ${CARD} valid?`));
    expect((await hold.onRequest(githubCopilot, asked)).verdict).toBe('refuse');
    expect((await hold.onRequest(githubCopilot, comment(`card ${CARD}`))).verdict).toBe('refuse');
    expect(await hold.onRequest(githubCopilot, comment('card 5555 5555 5555 4444'))).toEqual({ verdict: 'pass' });
  });

  it('is held by the gate alike', async () => {
    const { ports } = await guardPorts();
    const { policy, digester, context } = await ports.session();
    const prompt = await githubCopilot.read(post(githubCopilotUrl.messages, githubCopilotBody(`my card ${CARD}`)));
    const inspection = inspect(prompt!, bareClassifier.classifyPrompt(prompt!), policy, { ...context, timeMs: 0 });
    const entered = await enteredDigests(inspection, digester);
    const state = await gateState(ports, entered);
    expect(await judgeRequest(githubCopilot, atGate(comment(`card ${CARD}`)), 1, state)).toMatchObject({ pass: false });
    const other = atGate(comment('card 5555 5555 5555 4444'));
    expect(await judgeRequest(githubCopilot, other, 1, state)).toMatchObject({ pass: true });
  });

  it.each([
    ['https://github.com/copilot', true],
    ['https://github.com/copilot/c/4e5b591e', true],
    ['https://github.com/northwind/shop/issues/new', false],
    ['https://github.com/', false],
    ['about:blank', false],
  ])('has %s for a page of its own: %s', (url, isOwn) => expect(isOwnPage(githubCopilot, url)).toBe(isOwn));

  it('opens a prompt in the address of Copilot as one, and a search as what it is', () => {
    expect(githubCopilot.callKind(open('https://github.com/copilot?q=hello+there'))).toBe('prompt');
    expect(githubCopilot.callKind(open('https://github.com/search?q=hello+there'))).toBe('outside');
  });
});
