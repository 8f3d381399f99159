import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GENERAL_LIMITS } from '../../../lib/integrity/evidence-report.ts';
import { verifyEvidence } from '../../../lib/integrity/verify-evidence.ts';
import { compilePolicy } from '../../../lib/policy/compile.ts';
import { decide } from '../../../lib/policy/decide.ts';
import { signEnvelope } from '../../../lib/policy/envelope.ts';
import { buildEffect } from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import { ship } from '../../../lib/records/ship.ts';
import { createDeviceKey } from '../../../lib/records/sign.ts';
import { ensureEnrolled } from '../../../lib/sync/enrol.ts';
import { createNet } from '../../../lib/sync/net.ts';
import { readConfig } from '../../../server/config.ts';
import { type RunningEndpoint, startEndpoint } from '../../../server/start.ts';
import { type RunningPostgres, startPostgres } from '../../../tools/postgres/start.ts';
import { AGENT, FakeDevice } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import { samplePolicy } from '../../fakes/sample-policy.ts';
import { DATABASES } from './test-endpoint.ts';

const PASSWORD = 'correct horse battery';
const TOKEN = 'an enrolment token';

describe.each(DATABASES)("a device's journey to an endpoint on %s", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-journey-'));
  let postgres: RunningPostgres | undefined;
  let endpoint: RunningEndpoint;
  let root: Awaited<ReturnType<typeof createDeviceKey>>;
  let digest: string;
  const logged: string[] = [];

  const start = async (changes: Record<string, string> = {}) => {
    const read = readConfig({
      PORT: '0',
      TENANT: 'acme',
      DATA_DIR: folder,
      DATABASE_URL: postgres?.url,
      ENROLMENT_TOKEN: TOKEN,
      ADMIN_PASSWORD: PASSWORD,
      POLICY_FILE: join(folder, 'policy.dsse.json'),
      POLICY_ROOT_KEYS: root.publicKey,
      ...changes,
    });
    if (!read.ok) throw new Error(read.errors.join());
    return startEndpoint(read.config, (level, code, fields) => logged.push(JSON.stringify({ level, code, ...fields })));
  };

  beforeAll(async () => {
    root = await createDeviceKey();
    const compiled = await compilePolicy(samplePolicy(3));
    if (!compiled.ok) throw new Error('the sample does not compile');
    digest = compiled.digest;
    const envelope = await signEnvelope(new TextEncoder().encode(compiled.canonical), root.privateKey, 'root');
    writeFileSync(join(folder, 'policy.dsse.json'), JSON.stringify(envelope));
    if (kind === 'PostgreSQL') postgres = await startPostgres({ fsync: 'off' });
    endpoint = await start();
  });
  afterAll(async () => {
    await endpoint.close();
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async () => {
    const answer = await fetch(`${endpoint.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sluice': '1' },
      body: JSON.stringify({ user: 'admin', password: PASSWORD }),
    });
    return answer.headers.get('set-cookie')!.split(';')[0]!;
  };
  const device = new FakeDevice();
  const worker = device.startWorker();
  const net = createNet({ fetch, timeoutSignal: (ms) => AbortSignal.timeout(ms) });
  const ports = () => ({ db: device.db, net, now: Date.now, random: () => 0.5 });

  it("ends in a pack that proves itself, with the extension's own code on one side and the verifier on the other", async () => {
    device.now = Date.now();
    const enrolled = await ensureEnrolled(
      { ...ports(), locks: device.locks.locks, writer: worker, randomUuid: randomUUID, agent: () => AGENT },
      { endpoint: endpoint.url, tenant: 'acme', token: TOKEN },
    );
    expect(enrolled).toMatchObject({ ok: true, isNew: true, enrolment: { policyRootKeys: [root.publicKey] } });

    const compiled = await compilePolicy(samplePolicy(3));
    if (!compiled.ok) throw new Error('the sample does not compile');
    const policyRef = { id: 'sample', version: 3, digest, channel: 'stable', source: 'endpoint' } as const;
    const facts = sampleFacts({ policyRef });
    const decision = decide(compiled.policy, facts.input);
    const appended = await worker.append(buildDecision({ ...facts, decision }));
    if (!appended.ok) throw new Error(appended.code);
    await worker.append(
      buildEffect({ decisionId: appended.id, state: 'as_decided', observedBy: 'fetch', agreement: 'agree' }),
    );
    expect(await ship(ports())).toEqual({ ok: true, state: 'shipped', acknowledged: 3, rejected: 0, more: false });
    expect((await device.rows()).map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged', 'acknowledged']);

    const cookie = await signIn();
    const zip = await fetch(`${endpoint.url}/v1/evidence`, { headers: { cookie } });
    expect(zip.headers.get('content-disposition')).toMatch(/^attachment; filename="sluice-evidence-\d{8}T\d{6}\.zip"$/);
    const pack = new Map(Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer()))));
    const pins = { serverKey: await serverKey(cookie), rootKeys: [root.publicKey] };
    expect(await verifyEvidence(pack as never, pins)).toMatchObject({
      ok: true,
      faults: [],
      limits: [...GENERAL_LIMITS, expect.stringMatching(/^No earlier checkpoint/)],
      checked: { records: 3, chains: 1, receipts: 1, policies: 1, decisions: 1 },
    });
  });

  const serverKey = async (cookie: string) =>
    (await (await fetch(`${endpoint.url}/v1/summary`, { headers: { cookie } })).json()).serverKey.publicKey as string;

  it('gives the same pack as files', async () => {
    const target = join(folder, 'pack');
    await endpoint.writeEvidence(target);
    const names = readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    const log = ['acts.jsonl', 'checkpoint.txt', 'log.json'];
    const keys = ['keys.json', 'certificates.jsonl', 'revoked.json'];
    const others = ['manifest.json', 'receipts.jsonl', 'records.jsonl', `${digest}.dsse.json`];
    expect(names.sort()).toEqual([...log, ...keys, ...others].sort());
    expect(readFileSync(join(target, 'records.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('goes on after a restart: same key, same chain, same sessions', async () => {
    const cookie = await signIn();
    const before = await serverKey(cookie);
    await endpoint.close();
    endpoint = await start();
    expect(endpoint.secrets).toEqual({ enrolmentToken: null, adminPassword: null });
    expect(await serverKey(cookie)).toBe(before);
    await worker.append(buildDecision(sampleFacts()));
    // The port is another one now, as after a move; the device is told by its settings.
    await device.db.meta.toCollection().modify((row) => {
      const value = row.value as { endpoint?: string };
      if (value?.endpoint !== undefined) value.endpoint = endpoint.url;
    });
    expect(await ship(ports())).toMatchObject({ ok: true, acknowledged: 1 });
  });

  it.each([
    ['unreadable', 'nowhere.json', ''],
    ['malformed', 'bad.json', '{"no":"envelope"}'],
  ])('serves the last good policy when the file is %s, and says so', async (reason, name, content) => {
    if (content !== '') writeFileSync(join(folder, name), content);
    await endpoint.close();
    logged.length = 0;
    endpoint = await start({ POLICY_FILE: join(folder, name) });
    expect(logged.filter((entry) => entry.includes('policy_refused') && entry.includes(reason))).toHaveLength(1);
    const summary = await fetch(`${endpoint.url}/v1/summary`, { headers: { cookie: await signIn() } });
    expect((await summary.json()).policy).toMatchObject({ version: 3, digest });
  });

  it('serves the last good policy when a newer file is signed by a stranger', async () => {
    const [compiled, stranger] = [await compilePolicy(samplePolicy(9)), await createDeviceKey()];
    if (!compiled.ok) throw new Error('the sample does not compile');
    const forged = await signEnvelope(new TextEncoder().encode(compiled.canonical), stranger.privateKey, 'root');
    writeFileSync(join(folder, 'forged.json'), JSON.stringify(forged));
    await endpoint.close();
    logged.length = 0;
    endpoint = await start({ POLICY_FILE: join(folder, 'forged.json') });
    expect(logged.filter((entry) => /policy_refused.*unknown_key/.test(entry))).toHaveLength(1);
    const summary = await fetch(`${endpoint.url}/v1/summary`, { headers: { cookie: await signIn() } });
    expect((await summary.json()).policy).toMatchObject({ version: 3 });
  });

  it('tells who watches, at once, and ends the stream when it stops', async () => {
    const stream = await fetch(`${endpoint.url}/v1/stream`, { headers: { cookie: await signIn() } });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (pattern: RegExp) => {
      while (!pattern.test(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`ended after ${text}`);
        text += value;
      }
    };
    await until(/event: hello\ndata: \{"serverTime":\d+\}/);
    await device.db.meta.toCollection().modify((row) => {
      const value = row.value as { endpoint?: string };
      if (value?.endpoint !== undefined) value.endpoint = endpoint.url;
    });
    const blocked = { ...sampleFacts().decision, action: 'block' as const };
    const appended = await worker.append(buildDecision(sampleFacts({ decision: blocked, userChoice: null })));
    await ship(ports());
    if (!appended.ok) throw new Error(appended.code);
    await until(/event: incident\n/);
    expect(text).toContain(`event: decision\ndata: {"id":"${appended.id}"`);
    expect(text).toContain(`"decision":"${appended.id}"`);
    await endpoint.close();
    const rest = await reader.read().then(({ done }) => done);
    expect(rest).toBe(true);
    endpoint = await start();
  });
});
