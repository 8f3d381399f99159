import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { sequenceAll } from '../../../server/jobs/sequencer.ts';
import { createKeyring } from '../../../server/privacy/keyring.ts';
import { createPrivacy } from '../../../server/privacy/privacy.ts';
import { isName } from '../../../server/privacy/pseudonym.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { settlePrivacy } from '../../../server/store/privacy-state.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import type { SignedDevice } from './signed-device.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import { DATABASES, PRIVACY, PRIVACY_KEY, TestEndpoint, testStore } from './test-endpoint.ts';

const USER = 'Alice.Example@acme.example';
const DAY = 24 * 3_600_000;

const blocking = (device: SignedDevice) =>
  device.decision({ decision: { ...sampleFacts().decision, action: 'block' }, userChoice: null });

describe.each(DATABASES)('who is behind a pseudonym, on %s', (kind) => {
  const store = testStore(kind);
  let endpoint: TestEndpoint;
  let rita: SignedIn;
  let otto: SignedIn;
  beforeEach(async () => {
    endpoint = await TestEndpoint.create(store());
    rita = await signedIn(endpoint, 'rita', ['reviewer']);
    otto = await signedIn(endpoint, 'otto', ['privacy_officer']);
  });

  const tell = (device: SignedDevice, user: string | null) =>
    endpoint.request('PUT', '/v1/identity', { user }, { authorization: `Bearer ${device.token}` });
  /** A device whose owner is told, with one incident. */
  const blocked = async (user: string | null = USER) => {
    const device = await endpoint.enrolled();
    if (user !== null) expect((await tell(device, user)).status).toBe(204);
    await endpoint.send(device, [await blocking(device)]);
    const incidents = (await rita('GET', '/v1/incidents')).body.items;
    const incident = incidents.find((each: { device: string }) => each.device === device.device);
    return { device, incident: incident as { id: string; person: string } };
  };
  const ask = (incident: string) =>
    rita('POST', '/v1/reveals', { incident, purpose: 'incident', reason: 'a key has left the house' });
  const acts = async () => (await listAudit(endpoint.db, endpoint.tenant)).map(({ actor, act }) => `${actor} ${act}`);

  it('has one name on all devices of a person, in decisions, incidents and the stream, and another next quarter', async () => {
    const { device, incident } = await blocked();
    const other = await endpoint.enrolled();
    await tell(other, ` ${USER.toUpperCase()} `);
    await endpoint.send(other, [await other.decision()]);
    const stranger = await blocked('bob@acme.example');
    const decisions = async () => (await rita('GET', '/v1/decisions')).body.items;
    const named = async (of: SignedDevice) =>
      (await decisions()).find((each: { device: string }) => each.device === of.device).person;
    expect(isName(incident.person)).toBe(true);
    expect(await named(device)).toBe(incident.person);
    expect(await named(other)).toBe(incident.person);
    expect(await named(stranger.device)).not.toBe(incident.person);
    const found = (await rita('GET', `/v1/decisions?q=${incident.person}`)).body.items;
    expect(new Set(found.map((each: { device: string }) => each.device))).toEqual(
      new Set([device.device, other.device]),
    );
    expect((await rita('GET', '/v1/decisions?q=babab-babab-babab')).body.items).toEqual([]);
    const detail = await rita('GET', `/v1/incidents/${incident.id}`);
    expect([detail.body.incident.person, detail.body.decision.person]).toEqual([incident.person, incident.person]);
    endpoint.now += 100 * DAY;
    rita = await signedIn(endpoint, 'rita', ['reviewer']);
    // Its certificate has ended by now.
    await endpoint.enrol(other);
    await endpoint.send(other, [await other.decision()]);
    const [again, ...rest] = (await decisions()).filter((each: { device: string }) => each.device === other.device);
    expect([isName(again.person), again.person === incident.person, rest[0].person]).toEqual([
      true,
      false,
      incident.person,
    ]);
  });

  it('is nowhere in the database in clear, and in no answer but the reveal', async () => {
    const { incident } = await blocked();
    const { rows } = await sql<{ text: string }>`select string_agg(s::text, '') as text from (
        select s::text from subjects s union all select l::text from subject_devices l
        union all select a::text from audit a union all select i::text from incidents i) as everything(s)`.execute(
      endpoint.db,
    );
    expect(rows[0]!.text.toLowerCase()).not.toContain('alice');
    expect(rows[0]!.text).not.toContain(Buffer.from(USER).toString('hex'));
    expect(rows[0]!.text).not.toContain(incident.person);
    const proposal = (await ask(incident.id)).body;
    await otto('POST', `/v1/reveals/${proposal.id}/vote`, { approves: true });
    await rita('POST', `/v1/reveals/${proposal.id}/use`);
    const told = [
      await rita('GET', '/v1/decisions'),
      await rita('GET', '/v1/incidents'),
      await otto('GET', '/v1/proposals'),
    ];
    expect(JSON.stringify(told).toLowerCase()).not.toContain('alice');
    expect(endpoint.logged.join('').toLowerCase()).not.toContain('alice');
  });

  it('is told once to who asked, after somebody else agreed, and every step stands in the log', async () => {
    const { incident } = await blocked();
    const asked = await ask(incident.id);
    expect(asked).toMatchObject({ status: 201, body: { state: 'open', askedBy: 'rita', needs: ['officer'] } });
    const path = `/v1/reveals/${asked.body.id}`;
    expect(await rita('POST', `${path}/use`)).toMatchObject({ status: 409, code: 'not_approved' });
    expect((await otto('GET', '/v1/proposals')).body.items).toMatchObject([{ id: asked.body.id, state: 'open' }]);
    expect(await otto('POST', `${path}/vote`, { approves: true })).toMatchObject({ body: { state: 'approved' } });
    expect(await otto('POST', `${path}/use`)).toMatchObject({ status: 403, code: 'no_permission' });
    const quinn = await signedIn(endpoint, 'quinn', ['reviewer']);
    expect(await quinn('POST', `${path}/use`)).toMatchObject({ status: 403, code: 'not_yours' });
    expect((await quinn('GET', '/v1/proposals/mine')).body.items).toEqual([]);
    endpoint.now += PRIVACY.usableMs - 1;
    expect(await rita('POST', `${path}/use`)).toMatchObject({
      status: 200,
      body: { user: USER, assurance: 'managed' },
    });
    const again = await rita('POST', `${path}/use`);
    expect([again.status, again.code, JSON.stringify(again.body).includes('Alice')]).toEqual([
      409,
      'already_used',
      false,
    ]);
    expect(await acts()).toEqual(
      expect.arrayContaining(['rita reveal_requested', 'otto reveal_approved', 'rita identity_revealed']),
    );
    await sequenceAll(endpoint.deps);
    const open = endpoint.db.selectFrom('audit').select('act').where('tenant', '=', endpoint.tenant);
    expect(await open.where('is_logged', '=', false).execute()).toEqual([]);
    const runs = endpoint.db.selectFrom('log_runs').select('first').where('tenant', '=', endpoint.tenant);
    expect((await runs.where('chain', 'is', null).execute()).length).toBe((await acts()).length);
  });

  it('is never told by own approval, after a refusal, after a withdrawal, or too late', async () => {
    const both = await signedIn(endpoint, 'both', ['reviewer', 'privacy_officer']);
    const { incident } = await blocked();
    const body = { incident: incident.id, purpose: 'legal_duty', reason: 'asked by the court' };
    const own = (await both('POST', '/v1/reveals', body)).body.id;
    expect(await both('POST', `/v1/reveals/${own}/vote`, { approves: true })).toMatchObject({
      status: 403,
      code: 'own_proposal',
    });
    expect(await both('POST', `/v1/reveals/${own}/use`)).toMatchObject({ status: 409, code: 'not_approved' });

    const refused = (await ask(incident.id)).body.id;
    expect((await otto('POST', `/v1/reveals/${refused}/vote`, { approves: false })).body.state).toBe('refused');
    expect(await rita('POST', `/v1/reveals/${refused}/use`)).toMatchObject({ status: 409, code: 'not_approved' });

    const withdrawn = (await ask(incident.id)).body.id;
    expect((await rita('POST', `/v1/reveals/${withdrawn}/withdraw`)).body.state).toBe('withdrawn');
    expect(await otto('POST', `/v1/reveals/${withdrawn}/vote`, { approves: true })).toMatchObject({ code: 'not_open' });

    const late = (await ask(incident.id)).body.id;
    await otto('POST', `/v1/reveals/${late}/vote`, { approves: true });
    endpoint.now += PRIVACY.usableMs;
    rita = await signedIn(endpoint, 'rita', ['reviewer']);
    expect(await rita('POST', `/v1/reveals/${late}/use`)).toMatchObject({ status: 409, code: 'expired' });
    const unanswered = (await ask(incident.id)).body.id;
    endpoint.now += 7 * DAY;
    otto = await signedIn(endpoint, 'otto', ['privacy_officer']);
    expect(await otto('POST', `/v1/reveals/${unanswered}/vote`, { approves: true })).toMatchObject({ code: 'expired' });
    expect(await acts()).toEqual(
      expect.arrayContaining(['otto reveal_refused', 'rita reveal_withdrawn', 'endpoint reveal_expired']),
    );
    expect(await acts()).not.toContain('rita identity_revealed');
  });

  it('is told to two who open it at the same moment only once', async () => {
    const { incident } = await blocked();
    const { id } = (await ask(incident.id)).body;
    await otto('POST', `/v1/reveals/${id}/vote`, { approves: true });
    const answers = await Promise.all([1, 2, 3].map(() => rita('POST', `/v1/reveals/${id}/use`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is nothing for another tenant, and not asked for what nobody told', async () => {
    const { incident } = await blocked();
    const { id } = (await ask(incident.id)).body;
    const elsewhere = await TestEndpoint.create(store());
    const theirs = await signedIn(elsewhere, 'rita', ['reviewer', 'privacy_officer', 'council_observer']);
    const reason = { purpose: 'incident', reason: 'curious' };
    expect(await theirs('POST', '/v1/reveals', { incident: incident.id, ...reason })).toMatchObject({ status: 404 });
    expect(await theirs('POST', `/v1/reveals/${id}/vote`, { approves: true })).toMatchObject({ status: 404 });
    expect(await theirs('POST', `/v1/proposals/${id}/council-vote`, { approves: true })).toMatchObject({ status: 404 });
    expect(await theirs('POST', `/v1/reveals/${id}/use`)).toMatchObject({ status: 404 });
    expect((await theirs('GET', '/v1/proposals')).body.items).toEqual([]);

    const unknown = await blocked(null);
    expect(isName(unknown.incident.person)).toBe(true);
    expect(await ask(unknown.incident.id)).toMatchObject({ status: 409, code: 'nobody_known' });
    expect(await rita('POST', '/v1/reveals', { incident: incident.id, purpose: 'incident' })).toMatchObject({
      status: 400,
    });
  });

  it('is who had the device at that time, not who has it now', async () => {
    const { device, incident } = await blocked();
    endpoint.now += 1000;
    expect((await tell(device, 'bob@acme.example')).status).toBe(204);
    await endpoint.send(device, [await blocking(device)]);
    const items = (await rita('GET', '/v1/incidents')).body.items;
    expect(new Set(items.map(({ person }: { person: string }) => person)).size).toBe(2);
    const users = [];
    for (const { id } of items) {
      const proposal = (await ask(id)).body.id;
      await otto('POST', `/v1/reveals/${proposal}/vote`, { approves: true });
      users.push([id === incident.id, (await rita('POST', `/v1/reveals/${proposal}/use`)).body.user]);
    }
    expect(users.sort()).toEqual([
      [false, 'bob@acme.example'],
      [true, USER],
    ]);
  });

  it('needs the works council as well in council mode, whose vote nobody else has', async () => {
    const privacy = createPrivacy(store(), PRIVACY_KEY, { ...PRIVACY, councilMode: true });
    endpoint = await TestEndpoint.create(store(), { privacy });
    [rita, otto] = [
      await signedIn(endpoint, 'rita', ['reviewer']),
      await signedIn(endpoint, 'otto', ['privacy_officer']),
    ];
    const carla = await signedIn(endpoint, 'carla', ['council_observer']);
    const { incident } = await blocked();
    const { id } = (await ask(incident.id)).body;
    await otto('POST', `/v1/reveals/${id}/vote`, { approves: true });
    expect(await rita('POST', `/v1/reveals/${id}/use`)).toMatchObject({ status: 409, code: 'not_approved' });
    const voting = `/v1/proposals/${id}/council-vote`;
    expect(await otto('POST', voting, { approves: true })).toMatchObject({ status: 403, code: 'no_permission' });
    expect((await carla('POST', voting, { approves: true })).body.state).toBe('approved');
    expect(await carla('POST', `/v1/reveals/${id}/use`)).toMatchObject({ status: 403 });
    expect(await rita('POST', `/v1/reveals/${id}/use`)).toMatchObject({ status: 200, body: { user: USER } });
    expect(await acts()).toEqual(expect.arrayContaining(['otto reveal_approved', 'carla reveal_consented']));
  });

  it('is sealed with one key: an endpoint with another does not start', async () => {
    const { tenant, now, db } = endpoint;
    const [first, second] = [createKeyring(PRIVACY_KEY).of(tenant), createKeyring(new Uint8Array(32)).of(tenant)];
    expect(await settlePrivacy(db, tenant, first, false, now)).toBe(true);
    expect(await settlePrivacy(db, tenant, second, false, now)).toBe(false);
    expect(await settlePrivacy(db, tenant, first, true, now)).toBe(true);
    expect(await acts()).toContain('settings council_mode_on');
  });
});
