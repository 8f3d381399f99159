import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../lib/policy/compile.ts';
import { toCanonical } from '../../../lib/records/canonical.ts';
import { openRecord, verifyChain } from '../../../lib/records/chain.ts';
import { GENESIS } from '../../../lib/records/record-fields.ts';
import { createDeviceKey, type DeviceKey, sign } from '../../../lib/records/sign.ts';
import { uuidV7 } from '../../../lib/records/uuid-v7.ts';
import type { ShippedRecord } from '../../../lib/sync/api.ts';
import { AGENT, HEARTBEAT } from '../../fakes/fake-device.ts';

const DEVICE = '2c4f1f5e-3d0b-4a57-9a53-0e6c8b6c6f10';
const CHAIN = '7a3b8a52-95cc-4b0b-8c8e-3a55b6a0f2d1';
let key: DeviceKey;
let second: DeviceKey;
let chain: ShippedRecord[];

const keyOf = (device: string, kid: string) =>
  device === DEVICE ? ([key, second].find((known) => known.kid === kid)?.publicKey ?? null) : null;

async function seal(fields: object, signer: DeviceKey = key): Promise<ShippedRecord> {
  const canonical = toCanonical(fields);
  if (!canonical.ok) throw new Error(canonical.code);
  const sig = await sign(signer.privateKey, canonical.bytes);
  return { record: canonical.text, alg: 'Ed25519', kid: signer.kid, sig };
}

async function append(lines: ShippedRecord[], changes: object = {}, signer: DeviceKey = key): Promise<ShippedRecord> {
  const seq = lines.length + 1;
  const prev = lines.length === 0 ? GENESIS : await hashOf(lines.at(-1)!);
  const id = uuidV7(1000 + seq, new Uint8Array(10));
  const base = { v: 1, id, tenant: 'acme', chain: CHAIN, epoch: 1, seq, prev, ts: 1000 + seq, skew_ms: 0 };
  return seal({ ...base, device: DEVICE, ...AGENT, ...HEARTBEAT, ...changes }, signer);
}

const hashOf = (line: ShippedRecord) => sha256Hex(new TextEncoder().encode(line.record));
const faultsOf = async (lines: ShippedRecord[]) => (await verifyChain(lines, keyOf)).faults.map(({ code }) => code);

beforeAll(async () => {
  [key, second] = await Promise.all([createDeviceKey(), createDeviceKey()]);
  chain = [];
  for (let index = 0; index < 5; index++) chain.push(await append(chain));
});

describe('openRecord', () => {
  it('names what is wrong with one record', async () => {
    const good = chain[0]!;
    const code = async (line: unknown) => {
      const opened = await openRecord(line, keyOf);
      return opened.ok ? 'ok' : opened.code;
    };
    expect(await code(good)).toBe('ok');
    expect(await code({ ...good, more: 1 })).toBe('bad_line');
    expect(await code({ ...good, alg: 'none' })).toBe('bad_line');
    expect(await code({ ...good, record: good.record.replace('"seq":1', '"seq": 1') })).toBe('not_canonical');
    expect(await code({ ...good, record: good.record.replace('"seq":1', '"seq":1.0') })).toBe('not_canonical');
    expect(await code({ ...good, record: good.record.replace('"seq":1', '"seq":1,"seq":2') })).toBe('not_canonical');
    expect(await code({ ...good, record: good.record.replace('acme', 'ac\\ud800') })).toBe('not_canonical');
    expect(await code({ ...good, record: '{"a":1}' })).toBe('bad_schema');
    expect(await code(await append([], { note: 'x' }))).toBe('bad_schema');
    expect(await code({ ...good, kid: 'f'.repeat(32) })).toBe('unknown_key');
    expect(await code({ ...good, kid: second.kid })).toBe('bad_signature');
    expect(await code({ ...good, record: good.record.replace('acme', 'acmf') })).toBe('bad_signature');
  });
});

describe('verifyChain', () => {
  it('takes a whole chain, and one that goes on from a known head', async () => {
    const whole = await verifyChain(chain, keyOf);
    expect(whole).toMatchObject({ ok: true, faults: [], from: 1, head: { seq: 5, hash: await hashOf(chain[4]!) } });
    const start = (await verifyChain(chain.slice(0, 2), keyOf)).head;
    expect((await verifyChain(chain.slice(2), keyOf, start)).ok).toBe(true);
    expect(await verifyChain(chain.slice(2), keyOf)).toMatchObject({ ok: true, from: 3 });
  });

  it('sees a changed byte in every position of a record', async () => {
    const { record: text } = chain[2]!;
    for (let at = 0; at < text.length; at += 37) {
      const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      const lines = chain.with(2, { ...chain[2]!, record: changed });
      expect((await faultsOf(lines)).length).toBeGreaterThan(0);
    }
  });

  it('names gaps, doubles, forks and wrong order', async () => {
    const fork = await append(chain.slice(0, 2), { queued: 9 });
    expect(await faultsOf(chain.toSpliced(2, 1))).toEqual(['seq_gap']);
    expect(await faultsOf([...chain, chain[4]!])).toEqual(['duplicate']);
    expect(await faultsOf([...chain, chain[1]!])).toEqual(['duplicate']);
    expect(await faultsOf([...chain, fork])).toEqual(['fork']);
    expect(await faultsOf(chain.with(2, fork))).toEqual(['prev_mismatch']);
    expect(await faultsOf([chain[0]!, chain[2]!, chain[1]!])).toEqual(['seq_gap', 'regress']);
    expect(await faultsOf([await append([], { prev: 'ab'.repeat(32) })])).toEqual(['prev_mismatch']);
    const elsewhere = await append(chain, { chain: DEVICE });
    expect(await faultsOf([...chain, elsewhere])).toEqual(['wrong_chain']);
  });

  it('does not see a cut tail: that is what receipts are for', async () => {
    expect((await verifyChain(chain.slice(0, 3), keyOf)).ok).toBe(true);
  });

  it('lets a new key in only by an enrolment that names it', async () => {
    const fields = {
      kind: 'enrolled',
      kid: second.kid,
      public_key: second.publicKey,
      server_kid: 'server',
      server_key: 'A'.repeat(43),
    };
    const announced = await enrolled(fields, second, 2);
    expect(await faultsOf([...chain, announced])).toEqual([]);
    expect(await faultsOf([...chain, announced, await append([...chain, announced], { epoch: 1 })])).toEqual([
      'epoch_regress',
    ]);
    expect(await faultsOf([...chain, await append(chain, { epoch: 2 }, second)])).toEqual(['epoch_unannounced']);
    expect(await faultsOf([...chain, await enrolled({ ...fields, kid: key.kid }, second, 2)])).toEqual([
      'epoch_unannounced',
    ]);
    expect(await faultsOf([...chain, await enrolled(fields, second, 3)])).toEqual(['epoch_unannounced']);
    expect(await faultsOf([...chain, await append(chain, {}, second)])).toEqual(['key_changed']);
  });

  it('notes a clock that went back, without calling it a fault', async () => {
    const later = await append(chain, { ts: 10 });
    expect(await verifyChain([...chain, later], keyOf)).toMatchObject({ ok: true, clockWentBack: [6] });
  });

  it('refuses numbers above 2^53 - 1 although JSON can spell them', async () => {
    const { record: text } = chain[0]!;
    const record = text.replace('"ts":1001', '"ts":9007199254740993');
    const sig = await sign(key.privateKey, new TextEncoder().encode(record));
    expect(await openRecord({ ...chain[0]!, record, sig }, keyOf)).toEqual({ ok: false, code: 'not_canonical' });
  });
});

/** A record of kind `enrolled` that continues the chain. */
async function enrolled(fields: object, signer: DeviceKey, epoch: number): Promise<ShippedRecord> {
  const heartbeat = JSON.parse((await append(chain)).record);
  for (const name of Object.keys(HEARTBEAT)) delete heartbeat[name];
  return seal({ ...heartbeat, ...fields, epoch }, signer);
}
