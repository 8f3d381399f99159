import { describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../lib/integrity/log/checkpoint.ts';
import { originOf } from '../../../lib/integrity/log/origin.ts';
import { verifyConsistency, verifyInclusion } from '../../../lib/integrity/log/proof.ts';
import { leafHash } from '../../../lib/integrity/log/tree.ts';
import { verifyEvidence } from '../../../lib/integrity/verify-evidence.ts';
import { fromBase64 } from '../../../lib/policy/base64.ts';
import { ship } from '../../../lib/records/ship.ts';
import { writeMeta } from '../../../lib/storage/meta.ts';
import { type LogAnswer, logAnswer } from '../../../lib/sync/api.ts';
import { type Enrolment, ensureEnrolled } from '../../../lib/sync/enrol.ts';
import type { Net } from '../../../lib/sync/net.ts';
import { witness } from '../../../lib/sync/witness.ts';
import { collectEvidence } from '../../../server/evidence/export.ts';
import { sequenceAll } from '../../../server/jobs/sequencer.ts';
import { writeAudit } from '../../../server/store/audit.ts';
import { actEntry } from '../../../server/transparency/act-entry.ts';
import { AGENT, FakeDevice, HEARTBEAT } from '../../fakes/fake-device.ts';
import type { SignedDevice } from './signed-device.ts';
import { DATABASES, ENROLMENT_TOKEN, TestEndpoint, testStore } from './test-endpoint.ts';

const DAY_MS = 24 * 60 * 60_000;
const bytes = (text: string) => new Uint8Array(fromBase64(text)!);

describe.each(DATABASES)('the log on %s', (kind) => {
  const store = testStore(kind);

  const ask = async (endpoint: TestEndpoint, device: SignedDevice, query = ''): Promise<LogAnswer> => {
    const answer = await endpoint.request('GET', `/v1/log${query}`, undefined, {
      authorization: `Bearer ${device.token}`,
    });
    expect(answer.status).toBe(200);
    return logAnswer.parse(await answer.json());
  };
  const open = async (endpoint: TestEndpoint, { note }: LogAnswer) => {
    const { publicKey } = await endpoint.deps.signerOf(endpoint.tenant);
    const checkpoint = await openCheckpoint(note!, { name: originOf(endpoint.tenant), publicKey: bytes(publicKey) });
    expect(checkpoint).not.toBeNull();
    return checkpoint!;
  };
  /** Every entry of the log, by what the tables say stands there. */
  const runs = (endpoint: TestEndpoint) =>
    store().owner.selectFrom('log_runs').selectAll().where('tenant', '=', endpoint.tenant).orderBy('first').execute();

  it('holds every record and act once, and each checkpoint continues the one before', async () => {
    const endpoint = await TestEndpoint.create(store());
    const two = await endpoint.enrolled();
    expect(await ask(endpoint, two)).toEqual({ note: null, growth: [], own: null });
    let before: Awaited<ReturnType<typeof open>> | null = null;
    for (const count of [3, 260, 7]) {
      const records = await two.several(count);
      await endpoint.send(two, records);
      await sequenceAll(endpoint.deps);
      const answer = await ask(endpoint, two, `?from=${before?.size ?? 0}&chain=${two.chain}&seq=${two.head.seq}`);
      const checkpoint = await open(endpoint, answer);
      const { own, growth } = answer;
      expect(own?.seq).toBe(two.head.seq);
      const leaf = leafHash(new TextEncoder().encode(records.at(-1)!.record));
      expect(verifyInclusion(leaf, own!.index, checkpoint.size, own!.proof.map(bytes), checkpoint.root)).toBe(true);
      if (before !== null) {
        const { size, root } = before;
        expect(verifyConsistency(size, checkpoint.size, root, checkpoint.root, growth!.map(bytes))).toBe(true);
      }
      before = checkpoint;
    }
    const held = await runs(endpoint);
    const entries = held.flatMap(({ chain, seq, count }) =>
      Array.from({ length: count }, (_, at) => `${chain}/${seq + at}`),
    );
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.filter((entry) => entry.startsWith(two.chain))).toHaveLength(270);
    expect(entries).toHaveLength(before!.size);
  });

  it('waits with what stands behind a hole, and goes on past a refused record', async () => {
    const endpoint = await TestEndpoint.create(store());
    const device = await endpoint.enrolled();
    const [first, second, third] = await device.several(3);
    await endpoint.send(device, [first!, third!]);
    await sequenceAll(endpoint.deps);
    expect((await ask(endpoint, device, `?chain=${device.chain}&seq=3`)).own?.seq).toBe(1);
    await endpoint.send(device, [{ ...second!, sig: third!.sig }, await device.next()]);
    await sequenceAll(endpoint.deps);
    expect((await ask(endpoint, device, `?chain=${device.chain}&seq=4`)).own?.seq).toBe(4);
    const records = (await runs(endpoint)).filter(({ chain }) => chain !== null);
    expect(records.map(({ seq, count }) => [seq, count])).toEqual([
      [1, 1],
      [3, 2],
    ]);
  });

  it('has acts as entries, which nobody can change afterwards without changing the root', async () => {
    const endpoint = await TestEndpoint.create(store());
    const { tenant } = endpoint;
    await writeAudit(endpoint.db, { tenant, at: 1, actor: 'admin', act: 'signed_in', subject: 'admin' });
    await sequenceAll(endpoint.deps);
    const device = await endpoint.enrolled();
    const checkpoint = await open(endpoint, await ask(endpoint, device));
    expect(checkpoint.size).toBe(1);
    const act = await store()
      .owner.selectFrom('audit')
      .selectAll()
      .where('tenant', '=', tenant)
      .executeTakeFirstOrThrow();
    expect(checkpoint.root).toEqual(leafHash(actEntry(act)));
    expect(checkpoint.root).not.toEqual(leafHash(actEntry({ ...act, subject: 'somebody else' })));
  });

  it('is the same when several nodes sequence at once', async () => {
    const endpoint = await TestEndpoint.create(store());
    const devices = await Promise.all([endpoint.enrolled(), endpoint.enrolled(), endpoint.enrolled()]);
    await Promise.all(
      devices.map(async (device) => {
        for (let round = 0; round < 4; round++) {
          await endpoint.send(device, await device.several(20));
          await Promise.all([sequenceAll(endpoint.deps), sequenceAll(endpoint.deps)]);
        }
      }),
    );
    await sequenceAll(endpoint.deps);
    expect(endpoint.logged.filter((line) => line.includes('sequencing_failed'))).toEqual([]);
    const entries = (await runs(endpoint)).flatMap(({ chain, seq, count }) =>
      Array.from({ length: count }, (_, at) => `${chain}/${seq + at}`),
    );
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.filter((entry) => !entry.startsWith('null'))).toHaveLength(240);
    for (const device of devices) {
      const answer = await ask(endpoint, device, `?chain=${device.chain}&seq=80`);
      expect(answer.own?.seq).toBe(80);
    }
  });

  it('tells a device nothing about the chains of others, and refuses numbers that are none', async () => {
    const endpoint = await TestEndpoint.create(store());
    const [one, two] = [await endpoint.enrolled(), await endpoint.enrolled()];
    await endpoint.send(one, await one.several(2));
    await sequenceAll(endpoint.deps);
    expect((await ask(endpoint, two, `?chain=${one.chain}&seq=2`)).own).toBeNull();
    expect((await ask(endpoint, one, '?from=99')).growth).toBeNull();
    for (const query of ['?from=-1', '?from=x', '?seq=0&chain=nothing']) {
      const headers = { authorization: `Bearer ${one.token}` };
      expect((await endpoint.request('GET', `/v1/log${query}`, undefined, headers)).status).toBe(400);
    }
    expect((await endpoint.request('GET', '/v1/log')).status).toBe(401);
  });

  describe('in an evidence pack', () => {
    const text = (files: Map<string, Uint8Array<ArrayBuffer>>, name: string) =>
      new TextDecoder().decode(files.get(name));
    const start = async (chain?: (device: SignedDevice) => string) => {
      const endpoint = await TestEndpoint.create(store());
      const [one, two] = [await endpoint.enrolled(), await endpoint.enrolled()];
      for (let round = 0; round < 3; round++) {
        for (const device of [one, two]) await endpoint.send(device, await device.several(5));
        await sequenceAll(endpoint.deps);
      }
      const { tenant, now } = endpoint;
      const signer = await endpoint.deps.signerOf(tenant);
      const request = { tenant, signer, policyRootKeys: [], created: now, chain: chain?.(one) };
      const files = (await collectEvidence(store(), request))!;
      const codes = async (changed: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) =>
        (await verifyEvidence(changed, { serverKey: signer.publicKey, rootKeys: [] })).faults.map(({ code }) => code);
      const changed = (name: string, change: (text: string) => string) =>
        codes(new Map(files).set(name, new TextEncoder().encode(change(text(files, name)))));
      return { files, signer, codes, changed };
    };

    it('shows that all records and acts stand in it', async () => {
      const { files, signer } = await start();
      const report = await verifyEvidence(files, { serverKey: signer.publicKey, rootKeys: [] });
      expect(report.faults).toEqual([]);
      expect(report.checked).toMatchObject({ records: 30, logged: 30, acts: 4, certificates: 2 });
    });

    it('of one chain shows that chain, and of the others only roots', async () => {
      const { files, signer } = await start(({ chain }) => chain);
      const report = await verifyEvidence(files, { serverKey: signer.publicKey, rootKeys: [] });
      expect(report.faults).toEqual([]);
      expect(report.checked).toMatchObject({ records: 15, logged: 15, acts: 0 });
      expect(files.has('acts.jsonl')).toBe(false);
    });

    it('does not verify when an act, a place, a node or the checkpoint is another', async () => {
      const { changed, codes, files } = await start();
      expect(await changed('acts.jsonl', (acts) => acts.replace('device_enrolled', 'signed_in'))).toContain(
        'log_root_mismatch',
      );
      expect(await changed('acts.jsonl', (acts) => acts.split('\n').slice(1).join('\n'))).toContain(
        'log_root_mismatch',
      );
      expect(await changed('log.json', (log) => log.replace('"seq":1}', '"seq":2}'))).toContain('log_root_mismatch');
      expect(await changed('log.json', (log) => log.replace('"v":1', '"v":2'))).toContain('log_malformed');
      expect(await changed('checkpoint.txt', (note) => note.replace(/\n\d+\n/, '\n7\n'))).toContain(
        'checkpoint_bad_signature',
      );
      const without = new Map(files);
      without.delete('log.json');
      expect(await codes(without)).toContain('log_malformed');
    });
  });

  describe('seen by a browser', () => {
    /** A browser with three records, all of them shipped and logged. */
    const start = async () => {
      const endpoint = await TestEndpoint.create(store());
      const device = new FakeDevice();
      device.now = endpoint.now;
      const writer = device.startWorker();
      let change: (answer: LogAnswer) => LogAnswer = (answer) => answer;
      const net: Net = async ({ method, url, headers, body }) => {
        const path = url.slice('http://localhost'.length);
        const answer = await endpoint.request(method, path, body, headers);
        const text = await answer.text();
        const told = path.startsWith('/v1/log') ? JSON.stringify(change(JSON.parse(text))) : text;
        return { ok: true, status: answer.status, header: (name) => answer.headers.get(name), text: told };
      };
      const ports = {
        db: device.db,
        net,
        now: () => device.now,
        random: () => 0.5,
        locks: device.locks.locks,
        randomUuid: () => crypto.randomUUID(),
        writer,
        agent: () => AGENT,
      };
      const config = { endpoint: 'http://localhost', tenant: endpoint.tenant, token: ENROLMENT_TOKEN };
      const enrolled = await ensureEnrolled(ports, config);
      if (!enrolled.ok) throw new Error(enrolled.code);
      const more = async (count: number) => {
        for (let made = 0; made < count; made++) await writer.append(HEARTBEAT);
        expect(await ship(ports)).toMatchObject({ ok: true });
        await sequenceAll(endpoint.deps);
      };
      await more(2);
      const { enrolment } = enrolled;
      return {
        endpoint,
        device,
        enrolment,
        more,
        see: (changed: typeof change = (answer) => answer) => {
          change = changed;
          return witness(ports, enrolment as Enrolment);
        },
      };
    };

    it('is held when it only grew and holds what was acknowledged', async () => {
      const { see, more } = await start();
      expect(await see()).toEqual({ outcome: 'held' });
      await more(300);
      expect(await see()).toEqual({ outcome: 'held' });
      expect(await see()).toEqual({ outcome: 'held' });
    });

    it('is told on once when it was rewritten, and the old checkpoint stays', async () => {
      const { see, more, endpoint } = await start();
      expect(await see()).toEqual({ outcome: 'held' });
      // An operator with the database and the key changes the second entry, and makes a new and well-signed tree of it.
      for (const table of ['log_tiles', 'log_runs', 'log_checkpoints', 'logs'] as const) {
        await store().owner.deleteFrom(table).where('tenant', '=', endpoint.tenant).execute();
      }
      await store().owner.updateTable('chains').set({ logged_seq: 0 }).where('tenant', '=', endpoint.tenant).execute();
      const { tenant } = endpoint;
      await store()
        .owner.updateTable('audit')
        .set({ is_logged: false, subject: 'x' })
        .where('tenant', '=', tenant)
        .execute();
      await more(4);
      expect(await see()).toEqual({ outcome: 'fault', code: 'log_forked', isNew: true });
      expect(await see()).toEqual({ outcome: 'fault', code: 'log_forked', isNew: false });
    });

    it('is not believed when it shrank, went away, or is not signed by the endpoint', async () => {
      const { see } = await start();
      expect(await see()).toEqual({ outcome: 'held' });
      expect(await see((answer) => ({ ...answer, note: null }))).toMatchObject({ code: 'log_shrunk' });
      expect(await see((answer) => ({ ...answer, note: answer.note!.replace('\n', 'x\n') }))).toMatchObject({
        code: 'log_unsigned',
      });
      expect(await see((answer) => ({ ...answer, growth: null }))).toMatchObject({ code: 'log_forked' });
      expect(await see()).toEqual({ outcome: 'held' });
    });

    it('is not believed when our record is in another place, or still nowhere after a day', async () => {
      const { see, device } = await start();
      const moved = (answer: LogAnswer) => ({ ...answer, own: { ...answer.own!, index: answer.own!.index - 1 } });
      expect(await see(moved)).toMatchObject({ code: 'log_misplaces' });
      const without = (answer: LogAnswer) => ({ ...answer, own: null });
      expect(await see(without)).toEqual({ outcome: 'held' });
      device.now += DAY_MS + 1;
      expect(await see(without)).toMatchObject({ code: 'log_omits' });
    });

    it('of an endpoint that has none yet is empty, and of one that cannot be reached unknown', async () => {
      const { see, device } = await start();
      expect(await see((answer) => ({ ...answer, note: null, own: null }))).toEqual({ outcome: 'empty' });
      const net: Net = async () => ({ ok: false, code: 'unreachable' });
      const { enrolment } = await start();
      await writeMeta(device.db, 'checkpoint', { origin: 'other', size: 5, root: '' });
      expect(await witness({ db: device.db, net, now: Date.now }, enrolment)).toEqual({ outcome: 'unreachable' });
    });
  });
});
