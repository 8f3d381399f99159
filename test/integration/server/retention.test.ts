// What is erased, and what proves afterwards that nothing else is missing: both verifiers read every pack.
import { beforeEach, describe, expect, it } from 'vitest';
import type { DecisionFacts } from '../../../lib/records/build-decision.ts';
import { runRetention } from '../../../server/jobs/privacy.ts';
import { sequenceAll } from '../../../server/jobs/sequencer.ts';
import { KEEP_EVERYTHING, type RetentionProfile } from '../../../server/privacy/retention-profile.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { fillFeed, readFeed } from '../../../server/store/feed.ts';
import { holdRetention } from '../../../server/store/retention-runs.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { exported, recordsOf } from '../../tampers/pack.ts';
import { verifyBoth } from '../../tampers/run.ts';
import type { SignedDevice } from './signed-device.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import { DATABASES, TestEndpoint, testStore } from './test-endpoint.ts';

const DAY = 24 * 3_600_000;
/** Without a policy: whether it leads to the decision is another test's. */
const decided = (device: SignedDevice, changes: Partial<DecisionFacts> = {}) =>
  device.decision({ policyRef: null, ...changes });
const NODE = '00000000-0000-4000-8000-000000000001';
const WHY = { purpose: 'legal_duty', reason: 'as agreed' };
const DAYS_30: RetentionProfile = {
  records: { ...KEEP_EVERYTHING.records, decision: 30, heartbeat: 10 },
  incidents: { ...KEEP_EVERYTHING.incidents, high: 60 },
};

describe.each(DATABASES)('what is not kept any more, on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  let otto: SignedIn;
  let olga: SignedIn;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    await signIn();
  });

  const signIn = async () => {
    otto = await signedIn(endpoint, 'otto', ['privacy_officer']);
    olga = await signedIn(endpoint, 'olga', ['privacy_officer']);
  };
  const later = async (days: number) => {
    endpoint.now += days * DAY;
    await signIn();
  };
  /** Asked by one officer, approved by the other, and done. */
  const agreed = async (path: string, body: object) => {
    const asked = await otto('POST', path, { ...WHY, ...body });
    expect(asked.status).toBe(201);
    expect((await olga('POST', `${path}/${asked.body.id}/vote`, { approves: true })).body.state).toBe('approved');
    return otto('POST', `${path}/${asked.body.id}/use`);
  };
  const retain = (profile: RetentionProfile) => agreed('/v1/retention-changes', { profile });
  const run = async () => {
    await sequenceAll(endpoint.deps);
    return runRetention(endpoint.deps, endpoint.tenant, NODE);
  };
  const proven = async (chain?: string) => {
    await endpoint.signIn();
    const files = await exported(endpoint, chain === undefined ? '' : `?chain=${chain}`);
    const { publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
    const { first, second } = await verifyBoth(files, publicKey);
    expect(second).toEqual(first);
    expect(first.faults).toEqual([]);
    const seqs = recordsOf({ files }).map(({ record }) => JSON.parse(record).seq as number);
    return { files, seqs, notes: first.notes.join('\n'), checked: first.checked };
  };
  const tell = (device: SignedDevice, user: string) =>
    endpoint.request('PUT', '/v1/identity', { user }, { authorization: `Bearer ${device.token}` });
  const acts = async () => (await listAudit(endpoint.db, endpoint.tenant)).map(({ actor, act }) => `${actor} ${act}`);

  it('goes by kind and age, and its pack still verifies: the log has every place, an act every batch', async () => {
    const device = await endpoint.enrolled();
    // Decisions 1 and 4, heartbeats between and behind.
    const records = [
      await decided(device),
      ...(await device.several(2)),
      await decided(device),
      ...(await device.several(3)),
    ];
    await endpoint.send(device, records);
    await later(20);
    await endpoint.send(device, await device.several(2));
    expect((await retain(DAYS_30)).status).toBe(200);
    const dry = await otto('POST', '/v1/retention/dry-run', { profile: DAYS_30 });
    await sequenceAll(endpoint.deps);
    expect((await otto('POST', '/v1/retention/dry-run', { profile: DAYS_30 })).body).toEqual({
      records: { heartbeat: 5 },
      incidents: {},
      isHeld: false,
    });
    expect(dry.body.records.heartbeat ?? 0).toBeLessThanOrEqual(5);
    expect(await run()).toBe(5);
    const first = await proven();
    expect(first.seqs).toEqual([1, 4, 8, 9]);
    expect(first.checked.erased).toBe(5);
    expect(first.notes).toContain('5 records were erased');
    await later(20);
    // The end of the chain stays, whatever its age.
    expect(await run()).toBe(3);
    const second = await proven();
    expect(second.seqs).toEqual([9]);
    expect(second.checked.erased).toBe(8);
    expect((await proven(device.chain)).seqs).toEqual([9]);
    // A chain that is shown from its middle goes on.
    await endpoint.send(device, await device.several(1));
    expect((await proven()).seqs).toEqual([9, 10]);
    expect(await endpoint.records()).toHaveLength(2);
    expect((await otto('GET', '/v1/retention')).body).toMatchObject({
      profile: DAYS_30,
      lastRun: { erased: 3, failed: null },
    });
    expect(await acts()).toEqual(
      expect.arrayContaining([
        'otto retention_requested',
        'olga retention_approved',
        'otto retention_changed',
        'retention records_erased',
      ]),
    );
  });

  it('is not taken in again, is acknowledged, and opens no incident', async () => {
    const device = await endpoint.enrolled();
    const records = await device.several(5);
    await endpoint.send(device, records);
    await later(20);
    await retain(DAYS_30);
    expect(await run()).toBe(4);
    expect(await endpoint.send(device, [...records, ...(await device.several(1))])).toMatchObject({
      accepted: 1,
      duplicates: 5,
      rejected: [],
      receipt: { body: { seq: 6 } },
    });
    expect(await endpoint.incidents()).toEqual([]);
    expect(await endpoint.records()).toHaveLength(2);
    const later2 = await proven();
    expect(later2.seqs).toEqual([5, 6]);
  });

  it('leaves the neighbour of what is gone proven', async () => {
    const device = await endpoint.enrolled();
    const records = [...(await device.several(1)), await decided(device), ...(await device.several(2))];
    await endpoint.send(device, records);
    await later(20);
    await retain(DAYS_30);
    await run();
    const rita = await signedIn(endpoint, 'rita', ['reviewer']);
    const { verification } = (await rita('GET', `/v1/decisions/${records[1]!.id}`)).body;
    expect(verification).toMatchObject({ ok: true, previous: 'erased', next: 'erased' });
    // The hash that is kept of the record before is what ties it.
    const other = 'ab'.repeat(32);
    await endpoint.db.updateTable('erased_runs').set({ head: other }).where('tenant', '=', endpoint.tenant).execute();
    expect((await rita('GET', `/v1/decisions/${records[1]!.id}`)).body.verification).toMatchObject({
      ok: false,
      previous: 'broken',
    });
    await endpoint.signIn();
    const files = await exported(endpoint, '');
    const { publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
    const { first, second } = await verifyBoth(files, publicKey);
    const codes = (faults: { code: string }[]) => [...new Set(faults.map(({ code }) => code))];
    expect(codes(first.faults)).toEqual(['seq_gap', 'erasure_unproven']);
    expect(codes(second.faults)).toEqual(codes(first.faults));
  });

  it('keeps what an incident is about until the incident goes, with its history and its place in the feed', async () => {
    const device = await endpoint.enrolled();
    const blocked = { decision: { ...sampleFacts().decision, action: 'block' as const }, userChoice: null };
    await endpoint.send(device, [await decided(device, blocked), await decided(device), ...(await device.several(1))]);
    const [incident] = await endpoint.incidents();
    await fillFeed(endpoint.db, endpoint.tenant, endpoint.now);
    const rita = await signedIn(endpoint, 'rita', ['reviewer']);
    const closing = { version: 1, status: 'closed', verdict: 'true_positive', note: 'what a person wrote' };
    expect((await rita('PATCH', `/v1/incidents/${incident!.id}`, closing)).status).toBe(200);
    await fillFeed(endpoint.db, endpoint.tenant, endpoint.now);
    await retain(DAYS_30);
    await later(50);
    expect(await run()).toBe(1);
    expect((await endpoint.records()).map(({ seq }) => seq)).toEqual([1, 3]);
    await later(20);
    expect((await otto('POST', '/v1/retention/dry-run', { profile: DAYS_30 })).body.incidents).toEqual({ high: 1 });
    expect(await run()).toBe(2);
    expect(await endpoint.incidents()).toEqual([]);
    const events = endpoint.db.selectFrom('incident_events').selectAll().where('tenant', '=', endpoint.tenant);
    expect(await events.execute()).toEqual([]);
    await fillFeed(endpoint.db, endpoint.tenant, endpoint.now);
    let next = 0;
    for (let page = await readFeed(endpoint.db, endpoint.tenant, 0, 1); page.next > next; ) {
      expect(page.entries.every(({ kind: told }) => told !== 'incident')).toBe(true);
      next = page.next;
      page = await readFeed(endpoint.db, endpoint.tenant, next, 1);
    }
    const { size } = await endpoint.db
      .selectFrom('feeds')
      .select('size')
      .where('tenant', '=', endpoint.tenant)
      .executeTakeFirstOrThrow();
    expect(next).toBe(size);
    expect((await proven()).seqs).toEqual([3]);
  });

  it('stays while a legal hold stands, on one person or on everybody', async () => {
    const [alice, bob] = [await endpoint.enrolled(), await endpoint.enrolled()];
    await tell(alice, 'alice@acme.example');
    await tell(bob, 'bob@acme.example');
    endpoint.now += 1;
    for (const device of [alice, bob]) await endpoint.send(device, await device.several(3));
    const held = await otto('POST', '/v1/holds', { target: { user: 'Alice@acme.example' }, reason: 'a court case' });
    expect(held).toMatchObject({ status: 201, body: { scope: 'person', liftedAt: null } });
    await later(20);
    await retain(DAYS_30);
    expect(await run()).toBe(2);
    expect((await endpoint.records()).filter(({ device }) => device === alice.device)).toHaveLength(3);
    const everybody = (await otto('POST', '/v1/holds', { target: null, reason: 'an inquiry' })).body;
    await otto('POST', `/v1/holds/${held.body.id}/lift`);
    expect((await otto('POST', '/v1/retention/dry-run', { profile: DAYS_30 })).body).toMatchObject({ isHeld: true });
    expect(await run()).toBe(0);
    expect(await otto('POST', `/v1/holds/${everybody.id}/lift`)).toMatchObject({ body: { liftedBy: 'otto' } });
    expect(await otto('POST', `/v1/holds/${everybody.id}/lift`)).toMatchObject({ status: 404 });
    expect(await run()).toBe(2);
    expect(await acts()).toEqual(expect.arrayContaining(['otto hold_created', 'otto hold_lifted']));
    await proven();
  });

  it('is left to the node that is at it, and goes on where another ended', async () => {
    const device = await endpoint.enrolled();
    await endpoint.send(device, await device.several(6));
    await later(20);
    await retain(DAYS_30);
    await sequenceAll(endpoint.deps);
    const another = '00000000-0000-4000-8000-000000000002';
    expect(await holdRetention(endpoint.db, endpoint.tenant, another)).toBe(true);
    expect(await run()).toBeNull();
    const gone = endpoint.db.updateTable('retention_runs').set({ held_until: 0 });
    await gone.where('tenant', '=', endpoint.tenant).execute();
    const stopped = new AbortController();
    stopped.abort();
    expect(await runRetention(endpoint.deps, endpoint.tenant, NODE, stopped.signal)).toBe(0);
    expect((await otto('GET', '/v1/retention')).body.lastRun).toMatchObject({ failed: 'stopped' });
    expect(await run()).toBe(5);
    expect(await run()).toBe(0);
  });

  it('is somebody whose key was destroyed: nobody can tell who that was, and everything still verifies', async () => {
    const device = await endpoint.enrolled();
    await tell(device, 'alice@acme.example');
    endpoint.now += 1;
    await endpoint.send(device, [await decided(device), ...(await device.several(2))]);
    const rita = await signedIn(endpoint, 'rita', ['reviewer']);
    const [before] = (await rita('GET', '/v1/decisions')).body.items;
    expect(before.person).not.toBeNull();
    const hold = (await otto('POST', '/v1/holds', { target: { device: device.device }, reason: 'a court case' })).body;
    const target = { user: 'alice@acme.example' };
    expect(await otto('POST', '/v1/erasures', { ...WHY, target })).toMatchObject({ status: 409, code: 'held' });
    await otto('POST', `/v1/holds/${hold.id}/lift`);
    const asked = (await otto('POST', '/v1/erasures', { ...WHY, target })).body;
    expect(JSON.stringify(asked)).not.toContain('alice');
    expect(await otto('POST', `/v1/erasures/${asked.id}/vote`, { approves: true })).toMatchObject({
      code: 'own_proposal',
    });
    await olga('POST', `/v1/erasures/${asked.id}/vote`, { approves: true });
    const again = (await otto('POST', '/v1/holds', { target, reason: 'another case' })).body;
    expect(await otto('POST', `/v1/erasures/${asked.id}/use`)).toMatchObject({ status: 409, code: 'held' });
    await otto('POST', `/v1/holds/${again.id}/lift`);
    endpoint.now += 1;
    expect(await otto('POST', `/v1/erasures/${asked.id}/use`)).toMatchObject({ body: { proposal: { state: 'used' } } });
    expect(await otto('POST', `/v1/erasures/${asked.id}/use`)).toMatchObject({ status: 409, code: 'already_used' });

    const [after] = (await rita('GET', '/v1/decisions')).body.items;
    expect([after.id, after.person]).toEqual([before.id, null]);
    expect((await rita('GET', `/v1/decisions?q=${before.person}`)).body.items).toEqual([]);
    const subjects = endpoint.db.selectFrom('subjects').selectAll().where('tenant', '=', endpoint.tenant);
    const [erased] = await subjects.where('erased_at', 'is not', null).execute();
    expect(erased).toMatchObject({ wrapped_key: null, identity: null, lookup: null });
    expect(await otto('POST', '/v1/erasures', { ...WHY, target })).toMatchObject({ status: 404, code: 'nobody' });
    // Whoever has the device from now on has another name.
    await endpoint.send(device, [await decided(device)]);
    const [newest] = (await rita('GET', '/v1/decisions')).body.items;
    expect(newest.person).toMatch(/^[a-z]{5}(-[a-z]{5}){2}$/);
    expect(newest.person).not.toBe(before.person);
    const { seqs, notes } = await proven();
    expect(seqs).toEqual([1, 2, 3, 4]);
    expect(notes).toContain('A person was erased on');
  });

  it('is seen by the works council, which sees who decided and nobody it was about', async () => {
    const carla = await signedIn(endpoint, 'carla', ['council_observer']);
    const device = await endpoint.enrolled();
    await tell(device, 'alice@acme.example');
    await retain(DAYS_30);
    await agreed('/v1/erasures', { target: { user: 'alice@acme.example' } });
    const seen = await carla('GET', '/v1/acts');
    expect(seen.body.items.map(({ actor, act }: { actor: string; act: string }) => `${actor} ${act}`)).toEqual([
      'otto subject_erased',
      'olga erasure_approved',
      'otto erasure_requested',
      'otto retention_changed',
      'olga retention_approved',
      'otto retention_requested',
    ]);
    const all = [
      seen,
      await carla('GET', '/v1/proposals'),
      await carla('GET', '/v1/holds'),
      await carla('GET', '/v1/summary'),
    ];
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(JSON.stringify(all)).not.toContain('alice');
    expect(JSON.stringify(all)).not.toContain(device.device);
    for (const path of ['/v1/decisions', '/v1/incidents', '/v1/devices', '/v1/people', '/v1/evidence']) {
      expect([path, (await carla('GET', path)).status]).toEqual([path, 403]);
    }
  });
});
