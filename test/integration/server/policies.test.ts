// Publishing a policy takes two people, where there are two; what one does alone the log says.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeviceKey, type DeviceKey } from '../../../lib/records/sign.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { changePerson } from '../../../server/store/people.ts';
import { signedPolicy } from '../../tampers/pack.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

const PATH = '/v1/policy-publications';
const REASON = 'new rules for cards';

describe.each(DATABASES)('publishing a policy, on %s', (kind) => {
  const store = testStore(kind);
  let root: DeviceKey;
  let endpoint: TestEndpoint;
  let ada: SignedIn;
  beforeAll(async () => {
    root = await createDeviceKey();
  });
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store(), { policyRootKeys: [root.publicKey] });
    ada = await signedIn(endpoint, 'ada', ['author', 'approver']);
  });

  const ask = async (version: number, by = ada) =>
    by('POST', PATH, { envelope: (await signedPolicy(root, version)).envelope, reason: REASON });
  const served = async () => {
    const device = await endpoint.enrolled();
    const headers = { authorization: `Bearer ${device.token}` };
    const answer = await endpoint.request('GET', '/v1/policy', undefined, headers);
    if (answer.status !== 200) return null;
    return JSON.parse(Buffer.from((await answer.json()).payload, 'base64').toString()).version as number;
  };
  const acts = async () =>
    (await listAudit(endpoint.db, endpoint.tenant))
      .filter(({ act }) => act.startsWith('policy'))
      .map(({ actor, act }) => `${actor} ${act}`);

  it('is for two: who asks cannot approve, and nothing is served before somebody else has', async () => {
    const ben = await signedIn(endpoint, 'ben', ['author', 'approver']);
    const { status, body } = await ask(3);
    expect([status, body.proposal.state, body.proposal.needs]).toEqual([201, 'open', ['officer']]);
    const { id } = body.proposal;
    expect((await ada('POST', `${PATH}/${id}/vote`, { approves: true })).code).toBe('own_proposal');
    expect((await ada('POST', `${PATH}/${id}/use`)).code).toBe('not_approved');
    expect(await served()).toBeNull();
    expect((await ben('POST', `${PATH}/${id}/vote`, { approves: true })).body.state).toBe('approved');
    expect((await ben('POST', `${PATH}/${id}/use`)).code).toBe('not_yours');
    expect((await ada('POST', `${PATH}/${id}/use`)).body.proposal.state).toBe('used');
    expect(await served()).toBe(3);
    expect((await ada('POST', `${PATH}/${id}/use`)).code).toBe('already_used');
    expect(await acts()).toEqual([
      'ada policy_requested',
      'ben policy_approved',
      'ada policy_published',
      'ada policy_used',
    ]);
    const { current, items } = (await ben('GET', PATH)).body;
    expect([current.version, items.length]).toEqual([3, 1]);
    expect(JSON.stringify(items)).not.toContain('payload');
  });

  it('by one alone, where nobody else may approve, and the log says so', async () => {
    await signedIn(endpoint, 'gone', ['approver']);
    await changePerson(
      store().of(endpoint.tenant, 'access'),
      { tenant: endpoint.tenant, name: 'gone', actor: 'ada', at: endpoint.now },
      { disabled: true },
    );
    await signedIn(endpoint, 'otto', ['reviewer', 'privacy_officer']);
    const { body } = await ask(3);
    expect([body.proposal.state, body.proposal.needs]).toEqual(['approved', []]);
    expect((await ada('POST', `${PATH}/${body.proposal.id}/use`)).status).toBe(200);
    expect(await served()).toBe(3);
    expect(await acts()).toEqual(['ada policy_requested', 'ada policy_published', 'ada policy_used_alone']);
  });

  it('says what a draft changes, and which of it is weaker', async () => {
    const first = (await ask(3)).body;
    expect(first.changes).toEqual([]);
    await ada('POST', `${PATH}/${first.proposal.id}/use`);
    const second = (await ask(4)).body;
    expect(second.changes).toContainEqual({ kind: 'changed', subject: 'version', detail: '3 -> 4', weakens: false });
    expect(second.weakens).toBe(false);
  });

  it('that is older, unsigned, refused, taken back or forgotten publishes nothing', async () => {
    const first = (await ask(5)).body.proposal.id;
    await ada('POST', `${PATH}/${first}/use`);
    expect((await ask(4)).code).toBe('rollback');
    const foreign = await signedPolicy(await createDeviceKey(), 6);
    const refused = await ada('POST', PATH, { envelope: foreign.envelope, reason: REASON });
    expect([refused.status, refused.code]).toEqual([400, 'unknown_key']);
    const none = await ada('POST', PATH, { envelope: '{}', reason: REASON });
    expect([none.status, none.code]).toEqual([400, 'not_a_signed_policy']);

    const ben = await signedIn(endpoint, 'ben', ['approver']);
    const again = async () => (await ask(6)).body.proposal.id as string;
    const [no, back, late] = [await again(), await again(), await again()];
    expect((await ben('POST', `${PATH}/${no}/vote`, { approves: false })).body.state).toBe('refused');
    expect((await ada('POST', `${PATH}/${back}/withdraw`)).body.state).toBe('withdrawn');
    endpoint.now += 8 * 24 * 60 * 60_000;
    ada = await signedIn(endpoint, 'ada', ['author', 'approver']);
    for (const id of [no, back, late]) expect((await ada('POST', `${PATH}/${id}/use`)).status).toBe(409);
    expect(await served()).toBe(5);
  });

  it('cannot be overtaken by an older draft that was approved before', async () => {
    const [older, newer] = [(await ask(6)).body.proposal.id, (await ask(7)).body.proposal.id];
    expect((await ada('POST', `${PATH}/${newer}/use`)).status).toBe(200);
    expect((await ada('POST', `${PATH}/${older}/use`)).code).toBe('rollback');
    expect(await served()).toBe(7);
  });
});
