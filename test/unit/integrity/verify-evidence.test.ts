import { beforeAll, describe, expect, it } from 'vitest';
import { KEYS_FILE, MANIFEST_FILE, RECEIPTS_FILE, RECORDS_FILE } from '../../../lib/integrity/evidence-format.ts';
import { buildEvidencePack, type EvidenceFiles, type EvidenceSource } from '../../../lib/integrity/evidence-pack.ts';
import { type Pins, verifyEvidence } from '../../../lib/integrity/verify-evidence.ts';
import { createDeviceKey, sign } from '../../../lib/records/sign.ts';
import type { ShippedRecord } from '../../../lib/sync/api.ts';
import { type SampleEvidence, sampleEvidence } from '../../fakes/sample-evidence.ts';

const NO_PINS: Pins = { serverKey: null, rootKeys: [] };
let sample: SampleEvidence;

beforeAll(async () => {
  sample = await sampleEvidence();
});

async function codes(files: EvidenceFiles, pins: Pins = NO_PINS): Promise<string[]> {
  return (await verifyEvidence(files, pins)).faults.map(({ code }) => code);
}

/** Faults of a pack whose maker (the endpoint, with its key) changed what goes in. */
async function codesOf(change: Partial<EvidenceSource>): Promise<string[]> {
  return codes(await buildEvidencePack({ ...sample.source, ...change }));
}

const textOf = (name: string) => new TextDecoder().decode(sample.files.get(name));
const withFile = (name: string, text: string) => new Map(sample.files).set(name, new TextEncoder().encode(text));

describe('an honest pack', () => {
  it('verifies, and says what was checked and what cannot be proven', async () => {
    const report = await verifyEvidence(sample.files, NO_PINS);
    expect(report.faults).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.checked).toEqual({
      files: 4,
      records: 5,
      chains: 1,
      receipts: 2,
      logged: 0,
      erased: 0,
      acts: 0,
      certificates: 0,
      policies: 1,
      decisions: 3,
    });
    expect(report.limits.join('\n')).toMatch(/nothing outside the pack vouches/);
    expect(report.limits.length).toBeGreaterThan(6);
  });

  it('verifies against pinned keys, and then does not warn about them', async () => {
    const pins = { serverKey: sample.source.keys.server.publicKey, rootKeys: [sample.root.publicKey] };
    const report = await verifyEvidence(sample.files, pins);
    expect(report.ok).toBe(true);
    expect(report.limits.join('\n')).not.toMatch(/nothing outside the pack/);
  });

  it('may begin in the middle of a chain, and says so', async () => {
    const report = await verifyEvidence(
      await buildEvidencePack({ ...sample.source, records: sample.source.records.slice(2) }),
      NO_PINS,
    );
    expect(report.faults).toEqual([]);
    expect(report.limits.join('\n')).toMatch(/begins at record 3/);
  });

  it('says how many records no receipt covers', async () => {
    const files = await buildEvidencePack({ ...sample.source, receipts: sample.source.receipts.slice(0, 1) });
    const report = await verifyEvidence(files, NO_PINS);
    expect(report.ok).toBe(true);
    expect(report.limits.join('\n')).toMatch(/no receipt covers the last 2 records/);
  });
});

describe('somebody without the keys who', () => {
  it('changes any byte of any file is caught', async () => {
    for (const [name, bytes] of sample.files) {
      const step = Math.max(1, Math.floor(bytes.length / 7));
      for (let at = 0; at < bytes.length; at += step) {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ 1;
        expect(await codes(new Map(sample.files).set(name, changed)), `${name} at ${at}`).not.toEqual([]);
      }
    }
  });

  it('removes any file is caught', async () => {
    for (const name of sample.files.keys()) {
      const files = new Map(sample.files);
      files.delete(name);
      expect(await codes(files), name).not.toEqual([]);
    }
  });

  it('only swaps two good receipts is caught', async () => {
    const [first, second] = textOf(RECEIPTS_FILE).split('\n');
    expect(await codes(withFile(RECEIPTS_FILE, `${second}\n${first}\n`))).toEqual(['file_changed']);
  });

  it('adds a file is caught', async () => {
    expect(await codes(withFile('extra.txt', 'x'))).toEqual(['file_unlisted']);
  });

  it('cuts the last record is caught by manifest, range and receipt', async () => {
    const cut = textOf(RECORDS_FILE).split('\n').slice(0, -2).join('\n');
    expect(await codes(withFile(RECORDS_FILE, `${cut}\n`))).toEqual(['file_changed', 'range_mismatch', 'tail_missing']);
  });

  it('makes a pack of his own keys is caught by a pinned key', async () => {
    const key = await createDeviceKey();
    const { keys } = sample.source;
    const forged = await buildEvidencePack({
      ...sample.source,
      receipts: [],
      keys: { ...keys, server: { kid: key.kid, publicKey: key.publicKey } },
      sign: (bytes) => sign(key.privateKey, bytes),
    });
    expect(await codes(forged)).toEqual(['receipt_missing']);
    const pins = { serverKey: keys.server.publicKey, rootKeys: [] };
    expect(await codes(forged, pins)).toEqual(['server_key_mismatch', 'manifest_bad_signature']);
  });

  it('sends nothing at all, or garbage, is told so', async () => {
    expect(await codes(new Map())).toEqual(['keys_malformed']);
    expect(await codes(withFile(MANIFEST_FILE, '{}'))).toEqual(['manifest_malformed']);
    expect(await codes(withFile(KEYS_FILE, textOf(KEYS_FILE).replace('{', '{ ')))).toEqual(['keys_malformed']);
    const invalid = new Map(sample.files).set(RECORDS_FILE, new Uint8Array([0xff, 0xfe]));
    expect(await codes(invalid)).toContain('file_changed');
  });
});

describe('the maker of the pack who', () => {
  it.each<[string, string[], (records: ShippedRecord[]) => ShippedRecord[]]>([
    ['changes a record', ['bad_signature', 'seq_gap'], (records) => records.with(2, edited(records[2]!))],
    ['leaves one out', ['seq_gap'], (records) => records.toSpliced(2, 1)],
    ['doubles one', ['duplicate'], (records) => records.toSpliced(2, 0, records[1]!)],
    ['swaps two', ['seq_gap', 'regress'], (records) => records.with(2, records[3]!).with(3, records[2]!)],
    ['cuts the tail', ['tail_missing'], (records) => records.slice(0, 4)],
    [
      'takes a signature from another record',
      ['bad_signature', 'seq_gap'],
      (records) => records.with(2, { ...records[2]!, sig: records[1]!.sig }),
    ],
  ])('%s is caught', async (_, expected, change) => {
    const records = change([...sample.source.records]);
    expect(await codesOf({ records })).toEqual(expected);
  });

  it('leaves out the whole chain but keeps a receipt is caught', async () => {
    expect(await codesOf({ records: [] })).toEqual(['chain_missing', 'chain_missing']);
  });

  it('writes another device key or none is caught', async () => {
    const { keys } = sample.source;
    const other = await createDeviceKey();
    const [device] = keys.devices;
    const renamed = { ...keys, devices: [{ ...device!, publicKey: other.publicKey }] };
    expect(new Set(await codesOf({ keys: renamed }))).toContain('bad_signature');
    expect(new Set(await codesOf({ keys: { ...keys, devices: [] } }))).toContain('unknown_key');
  });

  it('forges, changes or mixes up receipts is caught', async () => {
    const { receipts } = sample.source;
    const [first] = receipts;
    const changed = { ...first!, body: { ...first!.body, head: 'a'.repeat(64) } };
    expect(await codesOf({ receipts: [changed] })).toEqual(['receipt_bad_signature', 'receipt_missing']);
    expect(await codesOf({ receipts: [{ ...first!, kid: 'other' }] })).toEqual([
      'receipt_unknown_key',
      'receipt_missing',
    ]);
    const { head: hash, ...body } = { ...first!.body, seq: 2 };
    const before = receipts.length;
    const wrong = await sample.fleet.endpoint.sealReceipt({ ...body, hash });
    sample.fleet.endpoint.receipts.length = before;
    expect(await codesOf({ receipts: [wrong] })).toEqual(['receipt_head_mismatch', 'receipt_missing']);
  });

  it('leaves out or replaces a cited policy is caught', async () => {
    const { policies } = sample.source;
    const [digest] = [...policies.keys()];
    const missing = await codesOf({ policies: new Map() });
    expect(missing).toEqual(['policy_missing']);
    expect(await codesOf({ policies: new Map([[digest!, '{}']]) })).toEqual(['policy_malformed']);
    const misnamed = new Map([...policies, ['a'.repeat(64), policies.get(digest!)!]]);
    expect(await codesOf({ policies: misnamed })).toEqual(['policy_digest_mismatch']);
  });

  it('brings a policy of another root key is caught by a pinned one', async () => {
    const pins = { serverKey: null, rootKeys: [(await createDeviceKey()).publicKey] };
    expect(await codes(sample.files, pins)).toEqual(['policy_unknown_key']);
  });

  it('names another tenant is caught', async () => {
    const found = new Set(await codesOf({ tenant: 'globex' }));
    expect(found).toEqual(new Set(['wrong_tenant', 'receipt_wrong_tenant']));
  });
});

describe('a device whose recorded decisions do not follow from its policy', () => {
  it('is caught by deciding again', async () => {
    // Decided without the findings, recorded with them: the record says allow where the policy says redact.
    const { files } = await sampleEvidence((input) => ({ ...input, findings: [] }));
    expect(await codes(files)).toEqual(['decision_differs', 'decision_differs', 'decision_differs']);
  });
});

describe('a record that the endpoint could not take', () => {
  it('is no hole when its bytes are in the pack, and is one when they are not or are others', async () => {
    const records = sample.source.records.toSpliced(2, 1);
    const { record } = sample.source.records[2]!;
    const files = await buildEvidencePack({ ...sample.source, records, refused: [{ record, code: 'bad_schema' }] });
    const report = await verifyEvidence(files, NO_PINS);
    expect(report.faults).toEqual([]);
    expect(report.notes.join()).toMatch(/could not take record 3/);
    expect(await codesOf({ records, refused: [{ record: `${record} `, code: 'bad_schema' }] })).toEqual(['seq_gap']);
    const elsewhere = sample.source.records[1]!.record;
    expect(await codesOf({ records, refused: [{ record: elsewhere, code: 'fork' }] })).toEqual(['seq_gap']);
  });
});

describe('the manifest', () => {
  it('lists every other file and nothing else', () => {
    const body = JSON.parse(atob(JSON.parse(textOf(MANIFEST_FILE)).payload));
    const names = body.files.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...sample.files.keys()].filter((name) => name !== MANIFEST_FILE).sort());
    expect(names).toContain(RECEIPTS_FILE);
  });
});

function edited(shipped: ShippedRecord): ShippedRecord {
  return { ...shipped, record: shipped.record.replace('"agree"', '"unknown"') };
}
