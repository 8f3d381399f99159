import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConnectorSettings, parseConnectors } from '../../../server/connectors/connector-settings.ts';
import { createConnector } from '../../../server/connectors/running-connector.ts';
import { startConnectors } from '../../../server/jobs/connectors.ts';
import { type Job, sequenceAll } from '../../../server/jobs/sequencer.ts';
import { listAudit } from '../../../server/store/audit.ts';
import { fillFeed } from '../../../server/store/feed.ts';
import type { SignedDevice } from '../server/signed-device.ts';
import { DATABASES, TestEndpoint, testStore } from '../server/test-endpoint.ts';
import { type Receiver, startReceiver, until } from './receiver.ts';

const FAST_MS = 25;

interface CloudEvent {
  id: string;
  sequence: string;
  data: { class_uid: number; metadata: { original_event_uid?: string; event_code: string } };
}

describe.each(DATABASES)('delivery on %s', (kind) => {
  const store = testStore(kind);
  let receiver: Receiver;
  let endpoint: TestEndpoint;
  let device: SignedDevice;
  const jobs: Job[] = [];
  beforeEach(async () => {
    receiver = await startReceiver();
    endpoint = await TestEndpoint.create(store());
    device = await endpoint.enrolled();
  });
  afterEach(async () => {
    await Promise.all(jobs.splice(0).map((job) => job.stop()));
    await receiver.close();
  });

  const settings = async (changes: object = {}): Promise<ConnectorSettings> => {
    const one = {
      name: 'siem',
      type: 'webhook',
      url: receiver.url,
      secret: { env: 'SECRET' },
      batched: true,
      ...changes,
    };
    const parsed = await parseConnectors(JSON.stringify({ connectors: [one] }), {
      folder: '/',
      env: { SECRET: 'a secret of the webhook' },
    });
    if (!parsed.ok) throw new Error(parsed.errors.join());
    return parsed.connectors[0]!;
  };
  const start = async (changes: object = {}): Promise<Job> => {
    const connector = createConnector(await settings(changes), { tenant: endpoint.tenant, publicOrigin: null });
    endpoint.deps.connectors = [connector];
    const job = await startConnectors(endpoint.deps, FAST_MS);
    jobs.push(job);
    return job;
  };
  const events = (): CloudEvent[] => receiver.requests.flatMap(({ body }) => JSON.parse(body));
  /** The records that arrived, in the order they came, repeats included. */
  const arrived = () =>
    events()
      .filter(({ data }) => data.metadata.event_code === 'heartbeat')
      .map(({ data }) => data.metadata.original_event_uid);
  const send = async (count: number): Promise<string[]> => {
    const records = await device.several(count);
    await endpoint.send(device, records);
    await sequenceAll(endpoint.deps);
    return records.map(({ id }) => id);
  };
  const row = () =>
    store().owner.selectFrom('connectors').selectAll().where('tenant', '=', endpoint.tenant).executeTakeFirst();

  it('tells everything once and in order, and goes on where it was after a restart', async () => {
    const before = await send(30);
    const first = await start();
    await until('30 records', () => arrived().length >= 30);
    await first.stop();
    const between = await send(5);
    await start();
    await until('35 records', () => arrived().length >= 35);
    expect(arrived()).toEqual([...before, ...between]);
    const sequence = events().map((event) => Number(event.sequence));
    expect(sequence).toEqual(sequence.toSorted((a, b) => a - b));
    expect(events().map(({ data }) => data.metadata.event_code)).toContain('device_enrolled');
  });

  it('skips nothing while the receiver is down, and says so', async () => {
    receiver.answer = () => ({ status: 503 });
    await start();
    const sent = await send(20);
    await until('a failure', async () => ((await row())?.failures ?? 0) > 0);
    expect(await row()).toMatchObject({ position: 0, last_error: 'http_503' });
    receiver.requests.length = 0;
    receiver.answer = () => ({ status: 200 });
    // The pause before the next try is over.
    await until('all records', async () => {
      endpoint.now += 600_000;
      return arrived().length >= 20;
    });
    expect(arrived()).toEqual(sent);
    await until('a success', async () => (await row())?.failures === 0);
    expect(endpoint.logged.join()).toContain('connector_recovered');
    expect(await row()).toMatchObject({ last_error: 'http_503' });
  });

  it('puts aside the one entry that is refused, delivers the others, and tries it again when asked', async () => {
    let poisoned = '';
    receiver.answer = ({ body }) => ({ status: poisoned !== '' && body.includes(poisoned) ? 400 : 200 });
    const records = await device.several(25);
    poisoned = records[11]!.id;
    await endpoint.send(device, records);
    await sequenceAll(endpoint.deps);
    await start();
    const others = records.map(({ id }) => id).filter((id) => id !== poisoned);
    await until('the others', async () => (await row())?.position === 27);
    const refusals = receiver.requests.filter(({ body }) => body.includes(poisoned));
    const delivered = receiver.requests.filter((request) => !refusals.includes(request));
    expect(delivered.flatMap(({ body }) => JSON.parse(body) as CloudEvent[]).map(({ id }) => id)).toEqual(
      expect.arrayContaining(others),
    );
    const letters = () =>
      store().owner.selectFrom('connector_dead_letters').selectAll().where('tenant', '=', endpoint.tenant).execute();
    expect(await letters()).toMatchObject([{ connector: 'siem', code: 'http_400', tries: 1 }]);

    await endpoint.signIn();
    const shown = await endpoint.get('/v1/connectors/siem/dead-letters');
    expect(shown.items).toMatchObject([{ code: 'http_400', tries: 1, isDue: false }]);
    const { position } = shown.items[0];
    const none = await endpoint.as('POST', '/v1/connectors/siem/replay', { deadLetters: [position + 1] });
    expect(await none.json()).toEqual({ position: null, deadLetters: 0 });
    expect((await endpoint.as('DELETE', `/v1/connectors/siem/dead-letters/${position + 1}`)).status).toBe(404);
    receiver.answer = () => ({ status: 200 });
    const asked = await endpoint.as('POST', '/v1/connectors/siem/replay', { deadLetters: [position] });
    expect(await asked.json()).toEqual({ position: null, deadLetters: 1 });
    await until('no dead letter', async () => (await letters()).length === 0);
    expect(receiver.requests.some(({ body }) => body.includes(poisoned))).toBe(true);
  });

  it('forgets an entry that is refused when told so, and says who did', async () => {
    receiver.answer = ({ body }) => ({ status: body.includes('device_enrolled') ? 400 : 200 });
    await send(1);
    await start();
    await endpoint.signIn();
    const aside = async () => (await endpoint.get('/v1/connectors/siem/dead-letters')).items;
    await until('a dead letter', async () => (await aside()).length === 1);
    const [{ position }] = await aside();
    expect((await endpoint.as('DELETE', `/v1/connectors/siem/dead-letters/${position}`)).status).toBe(204);
    expect(await aside()).toEqual([]);
    expect((await endpoint.as('DELETE', `/v1/connectors/siem/dead-letters/${position}`)).status).toBe(404);
    expect(await listAudit(store().owner, endpoint.tenant)).toContainEqual(
      expect.objectContaining({ act: 'dead_letter_removed', actor: 'admin', subject: `siem/${position}` }),
    );
  });

  it('delivers again from a place or a time', async () => {
    const early = await send(4);
    await fillFeed(store().owner, endpoint.tenant, endpoint.now);
    endpoint.now += 60_000;
    const middle = endpoint.now;
    const late = await send(3);
    await start();
    await until('all records', () => arrived().length >= 7);
    await endpoint.signIn();
    receiver.requests.length = 0;
    const again = await endpoint.as('POST', '/v1/connectors/siem/replay', { since: middle });
    expect(await again.json()).toEqual({ position: 6, deadLetters: 0 });
    await until('the late ones', () => arrived().length >= 3);
    expect(arrived()).toEqual(late);
    receiver.requests.length = 0;
    await endpoint.as('POST', '/v1/connectors/siem/replay', { position: 0 });
    await until('all records', () => arrived().length >= 7);
    expect(arrived()).toEqual([...early, ...late]);
    const beyond = await endpoint.as('POST', '/v1/connectors/siem/replay', { position: 10_000 });
    expect(beyond.status).toBe(400);
  });

  it('lets one node deliver at a time, and another take over', async () => {
    const first = await start();
    const second = await start();
    const sent = await send(40);
    await until('all records', () => arrived().length >= 40);
    expect(arrived()).toEqual(sent);
    await first.stop();
    const more = await send(10);
    await until('the rest', () => arrived().length >= 50);
    expect(arrived()).toEqual([...sent, ...more]);
    await second.stop();
  });

  it('tells an incident when it is opened and when it is worked on', async () => {
    await start();
    await endpoint.send(device, [await device.next({ kind: 'gap_declared', reason: 'quota', count: 1, since: 1 })]);
    const incidents = () => events().filter(({ data }) => data.class_uid === 2005);
    await until('an incident', () => incidents().length >= 1);
    await endpoint.signIn();
    const { items } = await endpoint.get('/v1/incidents');
    const change = { version: 1, status: 'closed', verdict: 'benign', note: 'PLANTED words of a reviewer' };
    await endpoint.as('PATCH', `/v1/incidents/${items[0].id}`, change);
    await until('its end', () => incidents().length >= 2);
    expect(incidents().map(({ data }) => data)).toMatchObject([
      { activity_id: 1, status_id: 1 },
      { activity_id: 3, status_id: 5, verdict_id: 5 },
    ]);
    expect(JSON.stringify(receiver.requests)).not.toContain('PLANTED');
  });

  it('begins now when it is told to, and tells only what is wanted', async () => {
    await send(5);
    await start({ startAt: 'now', only: { minSeverity: 'high' } });
    await send(5);
    await endpoint.send(device, [await device.next({ kind: 'tamper_suspected', code: 'chain' })]);
    await sequenceAll(endpoint.deps);
    await until('the alert', () => events().some(({ data }) => data.class_uid === 2004));
    expect(arrived()).toEqual([]);
    expect(new Set(events().map(({ data }) => data.class_uid))).toEqual(new Set([2004, 2005]));
  });

  it('is seen, tested and paused by admins alone', async () => {
    await start();
    await send(1);
    await until('a record', () => arrived().length === 1);
    await endpoint.signIn();
    const seen = async () => (await endpoint.get('/v1/connectors')).items[0];
    await until('the end of the feed', async () => (await seen()).lag === 0);
    expect(await seen()).toMatchObject({ name: 'siem', type: 'webhook', target: receiver.url, state: 'ok' });
    const tested = await endpoint.as('POST', '/v1/connectors/siem/test');
    expect(await tested.json()).toMatchObject({ ok: true, code: null });
    expect(events().some(({ data }) => data.metadata.event_code === 'connector_tested')).toBe(true);

    const paused = await endpoint.as('POST', '/v1/connectors/siem/pause');
    expect(await paused.json()).toMatchObject({ state: 'paused' });
    await send(3);
    await until('something that waits', async () => (await seen()).lag >= 3);
    expect(arrived()).toHaveLength(1);
    await endpoint.as('POST', '/v1/connectors/siem/resume');
    await until('the rest', () => arrived().length === 4);

    expect((await endpoint.as('POST', '/v1/connectors/nobody/test')).status).toBe(404);
    expect((await endpoint.request('GET', '/v1/connectors')).status).toBe(401);
    await store()
      .owner.updateTable('reviewers')
      .set({ roles: JSON.stringify(['reviewer']) })
      .where('tenant', '=', endpoint.tenant)
      .execute();
    for (const [method, path] of [
      ['GET', '/v1/connectors'],
      ['POST', '/v1/connectors/siem/pause'],
      ['POST', '/v1/connectors/siem/test'],
    ] as const) {
      expect((await endpoint.as(method, path)).status).toBe(403);
    }
  });
});
