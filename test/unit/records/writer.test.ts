import { describe, expect, it } from 'vitest';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import { verifyChain } from '../../../lib/records/chain.ts';
import type { RecordDraft } from '../../../lib/records/record.ts';
import { sign } from '../../../lib/records/sign.ts';
import type { Writer } from '../../../lib/records/writer.ts';
import type { SluiceDb } from '../../../lib/storage/db.ts';
import { FakeDevice, fakeDevice, HEARTBEAT } from '../../fakes/fake-device.ts';
import { SAMPLE_TIME, sampleFacts } from '../../fakes/sample-facts.ts';

/** The chain as an auditor reads it. */
async function chainOf(device: FakeDevice) {
  const identity = (await device.db.identity.get('device'))!;
  const lines = (await device.rows()).map(({ text: record, kid, sig }) => ({
    record,
    alg: 'Ed25519' as const,
    kid,
    sig,
  }));
  return verifyChain(lines, (id, kid) => (id === identity.device && kid === identity.kid ? identity.publicKey : null));
}

async function expectWhole(device: FakeDevice, length: number) {
  expect(await chainOf(device)).toMatchObject({ ok: true, faults: [], records: { length } });
}

/** Fail every write to the table of records with this error while the returned function was not called. */
function breakWrites(db: SluiceDb, error: DOMException): () => void {
  const fail = () => {
    throw error;
  };
  db.records.hook('creating', fail);
  return () => db.records.hook('creating').unsubscribe(fail);
}

const quotaExceeded = () => new DOMException('full', 'QuotaExceededError');
const numbers = async (device: FakeDevice) => (await device.rows()).map(({ seq }) => seq);

describe('append refuses', () => {
  it.each<[string, unknown]>([
    ['an unknown field', { ...HEARTBEAT, text: 'x' }],
    ['an unknown kind', { kind: 'note' }],
    ['NaN', { ...HEARTBEAT, queued: Number.NaN }],
    ['a fraction', { ...HEARTBEAT, queued: 0.5 }],
    ['2^53', { ...HEARTBEAT, queued: 2 ** 53 }],
    ['an envelope', { ...HEARTBEAT, seq: 7 }],
  ])('%s, and writes nothing', async (_, draft) => {
    const device = await fakeDevice();
    const result = await device.startWorker().append(draft as RecordDraft);
    expect(result).toMatchObject({ ok: false, code: 'invalid' });
    expect(await device.rows()).toEqual([]);
  });

  it('a lone surrogate in a group name', async () => {
    const device = await fakeDevice();
    const facts = sampleFacts();
    const draft = buildDecision(sampleFacts({ input: { ...facts.input, groups: ['x\ud800'] } }));
    expect(await device.startWorker().append(draft)).toMatchObject({ ok: false, message: 'lone_surrogate' });
    expect(await device.rows()).toEqual([]);
  });

  it('a record that is too long for the wire', async () => {
    const device = await fakeDevice();
    const groups = Array.from({ length: 200 }, (_, index) => `${index}${'g'.repeat(240)}`);
    const rules = Array.from({ length: 500 }, (_, index) => ({
      ...sampleFacts().decision.rules[0]!,
      id: `rule-${index}`,
    }));
    const facts = sampleFacts();
    const draft = buildDecision({
      ...facts,
      input: { ...facts.input, groups },
      decision: { ...facts.decision, rules },
    });
    expect(await device.startWorker().append(draft)).toMatchObject({ ok: false, code: 'too_long' });
    expect(await device.rows()).toEqual([]);
  });

  it('to write without a key, and with a clock or an agent that make no sense', async () => {
    const bare = new FakeDevice();
    expect(await bare.startWorker().append(HEARTBEAT)).toMatchObject({ ok: false, code: 'no_identity' });
    const device = await fakeDevice();
    const odd = device.startWorker({ now: () => Number.NaN });
    expect(await odd.append(HEARTBEAT)).toMatchObject({ ok: false });
    const agent = { ...device.writerPorts().agent(), os: 'a long sentence' };
    expect(await device.startWorker({ agent: () => agent }).append(HEARTBEAT)).toMatchObject({ code: 'invalid' });
    expect(await device.rows()).toEqual([]);
  });

  it('when signing fails, and goes on with the same number afterwards', async () => {
    const device = await fakeDevice();
    let broken = true;
    const worker = device.startWorker({
      sign: async (...args) => (broken ? Promise.reject(new Error('no')) : sign(...args)),
    });
    expect(await worker.append(HEARTBEAT)).toMatchObject({ ok: false, code: 'storage' });
    broken = false;
    expect(await worker.append(HEARTBEAT)).toMatchObject({ ok: true });
    await expectWhole(device, 2);
  });
});

describe('append', () => {
  it('answers with what is on the disk', async () => {
    const device = await fakeDevice();
    const result = await device.startWorker().append(buildDecision(sampleFacts()));
    const [row] = await device.openDb().records.toArray();
    expect(row).toMatchObject({
      ...without(result, 'ok', 'isRepeated'),
      kind: 'decision',
      state: 'queued',
      ts: SAMPLE_TIME,
    });
    await expectWhole(device, 1);
  });

  it('writes what is asked for again once, also from another worker, and answers as the first time', async () => {
    const device = await fakeDevice();
    const draft = buildDecision(sampleFacts());
    const first = await device.startWorker().append(draft, 'key-1');
    expect(first).toMatchObject({ ok: true, isRepeated: false });
    const worker = device.startWorker();
    const again = await Promise.all([worker.append(draft, 'key-1'), device.startWorker().append(draft, 'key-1')]);
    expect(again).toEqual([
      { ...first, isRepeated: true },
      { ...first, isRepeated: true },
    ]);
    expect(await worker.append(draft, 'key-2')).toMatchObject({ isRepeated: false });
    expect(await worker.append(draft)).toMatchObject({ isRepeated: false });
    expect(await worker.append(draft)).toMatchObject({ isRepeated: false });
    await expectWhole(device, 4);
  });

  it('writes once what two workers are asked for at the same time, also when locks do nothing', async () => {
    const device = await fakeDevice();
    const noLock = { locks: <T>(_: string, task: () => Promise<T>) => task() };
    const workers = [device.startWorker(noLock), device.startWorker(noLock), device.startWorker()];
    const results = await Promise.all(workers.map((worker) => worker.append(HEARTBEAT, 'key-1')));
    expect(results.filter((result) => result.ok && !result.isRepeated)).toHaveLength(1);
    await expectWhole(device, 1);
  });

  it('keeps one chain without a gap under 50 appends at once from two workers', async () => {
    const device = await fakeDevice();
    const workers = [device.startWorker(), device.startWorker()];
    const results = await Promise.all(Array.from({ length: 50 }, (_, index) => workers[index % 2]!.append(HEARTBEAT)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await numbers(device)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    await expectWhole(device, 50);
  });

  it('keeps one chain even when locks do nothing: the transaction checks again', async () => {
    const device = await fakeDevice();
    const noLock = { locks: <T>(_: string, task: () => Promise<T>) => task() };
    const workers: Writer[] = [device.startWorker(noLock), device.startWorker(noLock)];
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => workers[index % 2]!.append(HEARTBEAT)));
    const written = results.filter(({ ok }) => ok).length;
    expect(written).toBeGreaterThan(0);
    expect(results.filter(({ ok }) => !ok).every((result) => !result.ok && result.code === 'contended')).toBe(true);
    await expectWhole(device, written);
  });

  it('gives ids in the order of the chain although the clock goes back', async () => {
    const device = await fakeDevice();
    const worker = device.startWorker();
    await worker.append(HEARTBEAT);
    device.now -= 3_600_000;
    await worker.append(HEARTBEAT);
    const [first, second] = await device.rows();
    expect(second!.ts).toBe(first!.ts - 3_600_000);
    expect(second!.id.slice(0, 13)).toBe(first!.id.slice(0, 13));
    expect(await chainOf(device)).toMatchObject({ ok: true, clockWentBack: [2] });
  });

  it('notes how far the clock is off and which receipt it saw last', async () => {
    const device = await fakeDevice();
    const { chain } = (await device.db.identity.get('device'))!;
    const body = { v: 1, tenant: 'acme', chain, epoch: 1, seq: 1, head: 'a'.repeat(64), ts: 1 } as const;
    await device.db.meta.put({ key: 'clock', value: { skewMs: -250, measuredAt: 1 } });
    const value = { hash: 'c'.repeat(64), receipt: { body, kid: 'k', sig: 'AA' } };
    await device.db.meta.put({ key: 'receipt', value });
    await device.startWorker().append(HEARTBEAT);
    const report = await chainOf(device);
    expect(report.records[0]!.record).toMatchObject({ skew_ms: -250, receipt: 'c'.repeat(64) });
  });
});

describe('a worker that dies', () => {
  it('between signing and storing leaves nothing, and the next one takes the same number', async () => {
    const device = await fakeDevice();
    await device.startWorker().append(HEARTBEAT);
    const asleep = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const first = device.startWorker({
      sign: async (...args) => {
        started.resolve();
        await asleep.promise;
        return sign(...args);
      },
    });
    const lost = first.append(HEARTBEAT);
    await started.promise;
    device.locks.killHolders();
    expect(await device.startWorker().append(HEARTBEAT)).toMatchObject({ ok: true, seq: 2 });
    await expectWhole(device, 2);
    // Even if it was only asleep: what it signed for is no longer the end of the chain.
    asleep.resolve();
    expect(await lost).toMatchObject({ ok: true, seq: 3 });
    await expectWhole(device, 3);
  });

  it('inside the transaction leaves nothing half-written', async () => {
    const device = await fakeDevice();
    await device.startWorker().append(HEARTBEAT);
    const db = device.openDb();
    const repair = breakWrites(db, new DOMException('worker gone', 'AbortError'));
    expect(await device.startWorker({ db }).append(HEARTBEAT)).toMatchObject({ ok: false, code: 'storage' });
    expect(await numbers(device)).toEqual([1]);
    repair();
    await device.startWorker().append(HEARTBEAT);
    await expectWhole(device, 3);
  });
});

describe('a full disk', () => {
  it('is made room on by what the endpoint already holds', async () => {
    const device = await fakeDevice();
    const db = device.openDb();
    const worker = device.startWorker({ db });
    for (let index = 0; index < 3; index++) await worker.append(HEARTBEAT);
    await device.db.records.toCollection().modify({ state: 'acknowledged', settledAt: 5 });
    const repair = breakWrites(db, quotaExceeded());
    db.records.hook('deleting', () => repair());
    expect(await worker.append(HEARTBEAT)).toMatchObject({ ok: true, seq: 5 });
    expect(await numbers(device)).toEqual([3, 4, 5]);
    const tombstone = (await device.rows())[1]!;
    expect(JSON.parse(tombstone.text)).toMatchObject({ kind: 'tombstone', from: 1, to: 2, count: 2, reason: 'room' });
  });

  it('is declared with a count by the next record that can be written', async () => {
    const device = await fakeDevice();
    const db = device.openDb();
    const worker = device.startWorker({ db });
    await worker.append(HEARTBEAT);
    const repair = breakWrites(db, quotaExceeded());
    for (let index = 0; index < 3; index++) {
      device.now += 1000;
      expect(await worker.append(HEARTBEAT)).toMatchObject({ ok: false, code: 'quota' });
    }
    repair();
    // Another worker: the count was not only in memory.
    expect(await device.startWorker().append(HEARTBEAT)).toMatchObject({ ok: true, seq: 3 });
    const { records } = await chainOf(device);
    expect(records[1]!.record).toMatchObject({
      kind: 'gap_declared',
      reason: 'quota',
      count: 3,
      since: SAMPLE_TIME + 1000,
    });
    await expectWhole(device, 3);
    await device.startWorker().append(HEARTBEAT);
    await expectWhole(device, 4);
  });

  it('is remembered in memory when not even the count can be stored', async () => {
    const device = await fakeDevice();
    const db = device.openDb();
    const worker = device.startWorker({ db });
    const repairRecords = breakWrites(db, quotaExceeded());
    const fail = () => {
      throw quotaExceeded();
    };
    db.meta.hook('creating', fail);
    await worker.append(HEARTBEAT);
    await worker.append(HEARTBEAT);
    repairRecords();
    db.meta.hook('creating').unsubscribe(fail);
    await worker.append(HEARTBEAT);
    const { records } = await chainOf(device);
    expect(records.map(({ record }) => record.kind)).toEqual(['gap_declared', 'heartbeat']);
    expect(records[0]!.record).toMatchObject({ count: 2 });
  });

  it('never quotes what could not be stored', async () => {
    const device = await fakeDevice();
    const db = device.openDb();
    breakWrites(db, new DOMException('could not store {"text":"secret"}', 'QuotaExceededError'));
    const result = await device.startWorker({ db }).append(HEARTBEAT);
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

function without(value: object, ...keys: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !keys.includes(name)));
}
