/** What somebody may do to records, a pack or a log, by what he holds; and what a verifier has to say to it. */
import { randomBytes } from 'node:crypto';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ACTS_FILE,
  CHECKPOINT_FILE,
  KEYS_FILE,
  LOG_FILE,
  MANIFEST_FILE,
  policyFile,
  RECEIPTS_FILE,
  RECORDS_FILE,
} from '../../lib/integrity/evidence-format.ts';
import { signCheckpoint } from '../../lib/integrity/log/checkpoint.ts';
import { originOf } from '../../lib/integrity/log/origin.ts';
import { hiddenNodes } from '../../lib/integrity/log/partial-tree.ts';
import { growTree, type Hash, leafHash, rootOf } from '../../lib/integrity/log/tree.ts';
import { fromBase64, toBase64 } from '../../lib/policy/base64.ts';
import { buildDecision } from '../../lib/records/build-decision.ts';
import type { RecordDraft } from '../../lib/records/record.ts';
import { createDeviceKey, sign } from '../../lib/records/sign.ts';
import type { Receipt, ShippedRecord } from '../../lib/sync/api.ts';
import type { Signer } from '../../server/ingest/signer.ts';
import type { SignedDevice } from '../integration/server/signed-device.ts';
import {
  canonicalText,
  chainOf,
  decided,
  exported,
  type Files,
  lined,
  linesOf,
  logOf,
  type Pack,
  recordsOf,
  sealed,
  signedPolicy,
  textOf,
  withTexts,
} from './pack.ts';

/**
 * `anybody`: the folder, no key. `operator`: the endpoint's database and key. `device`: a device's key.
 */
export type Hand = 'nobody' | 'anybody' | 'operator' | 'device' | 'device and operator';

export interface Tampered {
  files: Files;
  /** Pinned besides the keys: a checkpoint that was kept. */
  checkpoint?: string;
  /** What the folder is changed by after the files were written. */
  disk?(dir: string): void;
}

export interface TamperCase {
  name: string;
  by: Hand;
  /** The first reason; null: it verifies. */
  reason: string | null;
  /** For what verifies: what both verifiers have to say about it, in the list of what they cannot prove. */
  limit?: RegExp;
  make(pack: Pack): Promise<Tampered> | Tampered;
}

const change = (pack: Pack, changes: Record<string, string | null>) => sealed(pack, withTexts(pack, changes));
/** The operator's pack with other records. */
async function withRecords(pack: Pack, edit: (records: ShippedRecord[]) => ShippedRecord[]): Promise<Files> {
  return change(pack, { [RECORDS_FILE]: lined(edit(recordsOf(pack)).map(canonicalText)) });
}
const replaced = (shipped: ShippedRecord, from: string | RegExp, to: string): ShippedRecord => ({
  ...shipped,
  record: shipped.record.replace(from, to),
});
const isOf = (chain: string) => (line: string) => line.includes(chain);
const not = (test: (line: string) => boolean) => (line: string) => !test(line);

export const CASES: readonly TamperCase[] = [
  { name: 'nothing', by: 'nobody', reason: null, make: ({ files }) => ({ files }) },
  {
    name: 'nothing, and an earlier checkpoint is given',
    by: 'nobody',
    reason: null,
    make: ({ files, earlier }) => ({ files, checkpoint: earlier }),
  },
  {
    name: 'nothing; a pack of one chain, and an earlier checkpoint is given',
    by: 'nobody',
    reason: null,
    limit: /rest of the log as hashes only/,
    make: async ({ endpoint, forger, earlier }) => ({
      files: await exported(endpoint, `?chain=${forger.chain}&since=${earlier.split('\n')[1]}`),
      checkpoint: earlier,
    }),
  },
  {
    name: 'a record is edited in the file',
    by: 'anybody',
    reason: 'file_changed',
    make: (pack) => ({
      files: withTexts(pack, { [RECORDS_FILE]: textOf(pack.files, RECORDS_FILE).replace('size\\":24', 'size\\":25') }),
    }),
  },
  {
    name: 'bytes are added to a file',
    by: 'anybody',
    reason: 'file_changed',
    make: (pack) => ({ files: withTexts(pack, { [RECORDS_FILE]: `${textOf(pack.files, RECORDS_FILE)}x` }) }),
  },
  {
    name: 'a file is added',
    by: 'anybody',
    reason: 'file_unlisted',
    make: (pack) => ({ files: withTexts(pack, { 'records-2.jsonl': '' }) }),
  },
  {
    name: 'a file is taken away',
    by: 'anybody',
    reason: 'file_missing',
    make: (pack) => ({ files: withTexts(pack, { [ACTS_FILE]: null }) }),
  },
  {
    name: 'a file is a link to another place',
    by: 'anybody',
    reason: 'not_a_file',
    make: (pack) => ({
      files: withTexts(pack, { [RECEIPTS_FILE]: null }),
      disk(dir) {
        writeFileSync(join(dir, '../elsewhere.jsonl'), pack.files.get(RECEIPTS_FILE)!);
        symlinkSync('../elsewhere.jsonl', join(dir, RECEIPTS_FILE));
      },
    }),
  },
  {
    name: 'a file of 900 MB is added',
    by: 'anybody',
    reason: 'file_too_large',
    make: ({ files }) => ({
      files,
      disk(dir) {
        writeFileSync(join(dir, 'large.jsonl'), '');
        truncateSync(join(dir, 'large.jsonl'), 900_000_000);
      },
    }),
  },
  {
    name: 'the manifest is signed again by another key',
    by: 'anybody',
    reason: 'manifest_bad_signature',
    async make(pack) {
      const other = await createDeviceKey();
      const signer: Signer = { ...other, sign: (bytes) => sign(other.privateKey, bytes) };
      return { files: await sealed({ ...pack, signer }, pack.files) };
    },
  },
  {
    name: 'all of it is made again with keys of his own',
    by: 'anybody',
    reason: 'server_key_mismatch',
    async make(pack) {
      const other = await createDeviceKey();
      const signer: Signer = { ...other, sign: (bytes) => sign(other.privateKey, bytes) };
      const keys = {
        ...JSON.parse(textOf(pack.files, KEYS_FILE)),
        server: { kid: other.kid, publicKey: other.publicKey },
      };
      return { files: await sealed({ ...pack, signer }, withTexts(pack, { [KEYS_FILE]: canonicalText(keys) })) };
    },
  },
  {
    name: 'the manifest has a name twice',
    by: 'anybody',
    reason: 'manifest_malformed',
    make: (pack) => ({
      files: withTexts(pack, { [MANIFEST_FILE]: textOf(pack.files, MANIFEST_FILE).replace('{', '{"payload":"",') }),
    }),
  },
  {
    name: 'a record is edited',
    by: 'operator',
    reason: 'bad_signature',
    make: async (pack) => ({
      files: await withRecords(pack, (all) => all.with(1, replaced(all[1]!, '"size":24', '"size":25'))),
    }),
  },
  {
    name: 'a record in the middle is deleted',
    by: 'operator',
    reason: 'seq_gap',
    make: async (pack) => ({ files: await withRecords(pack, (all) => all.toSpliced(2, 1)) }),
  },
  {
    name: 'two records are swapped',
    by: 'operator',
    reason: 'seq_gap',
    make: async (pack) => ({ files: await withRecords(pack, (all) => all.with(1, all[2]!).with(2, all[1]!)) }),
  },
  {
    name: 'a record stands there twice',
    by: 'operator',
    reason: 'duplicate',
    make: async (pack) => ({ files: await withRecords(pack, (all) => all.toSpliced(2, 0, all[1]!)) }),
  },
  {
    name: 'the end of a chain is cut off',
    by: 'operator',
    reason: 'tail_missing',
    make: async (pack) => ({ files: await withRecords(pack, (all) => all.slice(0, -1)) }),
  },
  {
    name: 'the end of a chain is cut off, and the receipts for it',
    by: 'operator',
    reason: 'log_record_missing',
    async make(pack) {
      const receipts = linesOf(pack.files, RECEIPTS_FILE).filter(not(isOf(pack.forger.chain)));
      const records = recordsOf(pack).slice(0, -1).map(canonicalText);
      return { files: await change(pack, { [RECEIPTS_FILE]: lined(receipts), [RECORDS_FILE]: lined(records) }) };
    },
  },
  {
    name: 'a whole chain is removed, and its receipts',
    by: 'operator',
    reason: 'log_record_missing',
    make: async (pack) => ({ files: await withoutForger(pack) }),
  },
  {
    name: 'a whole chain is removed, its receipts, and its places in the log',
    by: 'operator',
    reason: 'log_hidden_entries',
    async make(pack) {
      const log = logOf(pack);
      const runs = log.runs.filter(({ chain }) => chain !== pack.forger.chain);
      const shown = [...runs, ...log.acts.map((first) => ({ first, count: 1 }))].sort((a, b) => a.first - b.first);
      const { leaves, nodeAt } = await treeOf(pack);
      const nodes = hiddenNodes(leaves.length, shown).map(({ level, index }) => [
        level,
        index,
        toBase64(nodeAt(level, index)),
      ]);
      const files = await withoutForger(pack);
      files.set(LOG_FILE, new TextEncoder().encode(canonicalText({ ...log, runs, nodes })));
      return { files: await sealed(pack, files) };
    },
  },
  {
    name: 'a chain has two records with the same number',
    by: 'device and operator',
    reason: 'fork',
    async make(pack) {
      const last = recordsOf(pack).at(-1)!;
      const twin = await pack.forger.sealText(last.record.replace('"queued":0', '"queued":1'));
      return { files: await withRecords(pack, (all) => [...all, shipped(twin)]) };
    },
  },
  {
    name: 'the pack is passed off as that of another tenant',
    by: 'operator',
    reason: 'wrong_tenant',
    make: async (pack) => ({ files: await sealed(pack, pack.files, { tenant: 'another tenant' }) }),
  },
  {
    name: "a device's key is exchanged",
    by: 'operator',
    reason: 'bad_signature',
    async make(pack) {
      const { publicKey } = await createDeviceKey();
      const keys = textOf(pack.files, KEYS_FILE).replace(pack.forger.key.publicKey, publicKey);
      return { files: await change(pack, { [KEYS_FILE]: keys }) };
    },
  },
  {
    name: 'a receipt is left out',
    by: 'operator',
    reason: 'receipt_missing',
    make: async (pack) => ({
      files: await change(pack, { [RECEIPTS_FILE]: lined(linesOf(pack.files, RECEIPTS_FILE).slice(1)) }),
    }),
  },
  {
    name: 'a receipt says something else',
    by: 'anybody',
    reason: 'file_changed',
    make: (pack) => ({
      files: withTexts(pack, { [RECEIPTS_FILE]: textOf(pack.files, RECEIPTS_FILE).replace('"epoch":1', '"epoch":2') }),
    }),
  },
  {
    name: 'a receipt acknowledges another record',
    by: 'operator',
    reason: 'receipt_head_mismatch',
    async make(pack) {
      const receipts = linesOf(pack.files, RECEIPTS_FILE);
      const { body, kid } = JSON.parse(receipts.at(-1)!) as Receipt;
      const other = { ...body, head: 'ab'.repeat(32) };
      const sig = await pack.signer.sign(new TextEncoder().encode(canonicalText(other)));
      return {
        files: await change(pack, { [RECEIPTS_FILE]: lined([...receipts, canonicalText({ body: other, kid, sig })]) }),
      };
    },
  },
  {
    name: 'the checkpoint is signed by another key',
    by: 'operator',
    reason: 'checkpoint_bad_signature',
    async make(pack) {
      const other = await createDeviceKey();
      const note = await checkpointOf(pack, await treeOf(pack), {
        ...other,
        sign: (bytes) => sign(other.privateKey, bytes),
      });
      return { files: await change(pack, { [CHECKPOINT_FILE]: note }) };
    },
  },
  {
    name: 'the checkpoint is of another log',
    by: 'operator',
    reason: 'log_root_mismatch',
    async make(pack) {
      const { leaves } = await treeOf(pack);
      const other = await treeOver(leaves.with(3, leafHash(randomBytes(8))));
      return { files: await change(pack, { [CHECKPOINT_FILE]: await checkpointOf(pack, other, pack.signer) }) };
    },
  },
  {
    name: 'an act is removed',
    by: 'operator',
    reason: 'log_root_mismatch',
    make: async (pack) => ({
      files: await change(pack, { [ACTS_FILE]: lined(linesOf(pack.files, ACTS_FILE).slice(0, -1)) }),
    }),
  },
  {
    name: 'an act was done by somebody else',
    by: 'operator',
    reason: 'log_root_mismatch',
    make: async (pack) => ({
      files: await change(pack, { [ACTS_FILE]: textOf(pack.files, ACTS_FILE).replace('"actor":"', '"actor":"x') }),
    }),
  },
  {
    name: 'the log is written anew without an act, and all of it fits; an earlier checkpoint is given',
    by: 'operator',
    reason: 'log_rewritten',
    make: async (pack) => ({ files: await rewritten(pack), checkpoint: pack.earlier }),
  },
  {
    name: 'the log is written anew without an act, and all of it fits; no checkpoint was kept',
    by: 'operator',
    reason: null,
    limit: /No earlier checkpoint was given/,
    make: async (pack) => ({ files: await rewritten(pack) }),
  },
  {
    name: 'the log is set back to an earlier state; a later checkpoint is given',
    by: 'operator',
    reason: 'log_shrank',
    async make(pack) {
      const log = logOf(pack);
      const { leaves } = await treeOf(pack);
      const size = Number(pack.earlier.split('\n')[1]);
      const cut = await treeOver(leaves.slice(0, size));
      const kept = lined(linesOf(pack.files, ACTS_FILE).filter((_, line) => log.acts[line]! < size));
      const runs = log.runs.filter(({ first }) => first < size);
      const acts = log.acts.filter((first) => first < size);
      const files = withTexts(pack, {
        [CHECKPOINT_FILE]: await checkpointOf(pack, cut, pack.signer),
        [LOG_FILE]: canonicalText({ ...log, runs, acts }),
        [ACTS_FILE]: kept,
      });
      return { files: await sealed(pack, files), checkpoint: textOf(pack.files, CHECKPOINT_FILE) };
    },
  },
  {
    name: 'a policy is exchanged for a later one',
    by: 'operator',
    reason: 'policy_digest_mismatch',
    async make(pack) {
      const { envelope } = await signedPolicy(pack.root, 4);
      return { files: await change(pack, { [policyFile(pack.policyRef.digest)]: envelope }) };
    },
  },
  {
    name: 'a policy is exchanged for one of his own',
    by: 'operator',
    reason: 'policy_unknown_key',
    async make(pack) {
      const { envelope } = await signedPolicy(await createDeviceKey(), 3);
      return { files: await change(pack, { [policyFile(pack.policyRef.digest)]: envelope }) };
    },
  },
  {
    name: 'a policy is left out',
    by: 'operator',
    reason: 'policy_missing',
    make: async (pack) => ({ files: await change(pack, { [policyFile(pack.policyRef.digest)]: null }) }),
  },
  {
    name: 'a decision is recorded that the policy does not lead to',
    by: 'device',
    reason: 'decision_differs',
    async make(pack) {
      const facts = await decided(pack);
      const decision = { ...facts.decision, action: 'allow' as const, wouldAction: 'allow' as const };
      const forger = await pack.endpoint.enrolled();
      return { files: await chainFrom(pack, forger, buildDecision({ ...facts, decision })) };
    },
  },
  {
    name: 'records are written anew and signed again before they are first sent',
    by: 'device',
    reason: null,
    limit: /could have written other records before they were first sent/,
    async make(pack) {
      const forger = await pack.endpoint.enrolled();
      // Three records existed and are forgotten; what is sent instead tells another story.
      const before = { ...forger.head };
      await forger.several(3);
      forger.head = before;
      return { files: await chainFrom(pack, forger, buildDecision(await decided(pack))) };
    },
  },
  {
    name: 'a record has a name twice',
    by: 'device and operator',
    reason: 'not_canonical',
    make: (pack) => respelt(pack, (text) => text.replace('{', '{"queued":1,')),
  },
  {
    name: 'a record has a number with a fraction of zero',
    by: 'device and operator',
    reason: 'not_canonical',
    make: (pack) => respelt(pack, (text) => text.replace('"queued":0', '"queued":0.0')),
  },
  {
    name: 'a record has a number that readers round',
    by: 'device and operator',
    reason: 'not_canonical',
    make: (pack) => respelt(pack, (text) => text.replace('"queued":0', '"queued":9007199254740993')),
  },
  {
    name: 'a record has a field that does not exist',
    by: 'device and operator',
    reason: 'bad_schema',
    make: (pack) => respelt(pack, (text) => text.replace('"queued":0', '"prompt":"a text","queued":0')),
  },
  {
    name: 'a record has a NUL character in a name',
    by: 'device and operator',
    reason: 'bad_schema',
    make: (pack) => respelt(pack, (text) => text.replace('"os":"linux"', '"os":"linux\\u0000"')),
  },
  {
    name: 'a line has a name twice',
    by: 'operator',
    reason: 'line_malformed',
    make: async (pack) => ({
      files: await change(pack, { [RECORDS_FILE]: textOf(pack.files, RECORDS_FILE).replace('{', '{"alg":"none",') }),
    }),
  },
  {
    name: 'a file has a NUL byte',
    by: 'operator',
    reason: 'receipt_malformed',
    make: async (pack) => ({
      files: await change(pack, { [RECEIPTS_FILE]: textOf(pack.files, RECEIPTS_FILE).replace('\n', '\0\n') }),
    }),
  },
  {
    name: 'a file has bytes after its last line',
    by: 'operator',
    reason: 'line_malformed',
    make: async (pack) => ({
      files: await change(pack, { [RECORDS_FILE]: `${textOf(pack.files, RECORDS_FILE)}{}` }),
    }),
  },
  {
    name: 'a file nests a hundred thousand brackets',
    by: 'operator',
    reason: 'receipt_malformed',
    make: async (pack) => ({
      files: await change(pack, { [RECEIPTS_FILE]: `${textOf(pack.files, RECEIPTS_FILE)}${'['.repeat(100_000)}\n` }),
    }),
  },
];

function shipped({ record, alg, kid, sig }: ShippedRecord): ShippedRecord {
  return { record, alg, kid, sig };
}

async function withoutForger(pack: Pack): Promise<Files> {
  const receipts = linesOf(pack.files, RECEIPTS_FILE).filter(not(isOf(pack.forger.chain)));
  const records = recordsOf(pack).filter((record) => chainOf(record) !== pack.forger.chain);
  return change(pack, { [RECEIPTS_FILE]: lined(receipts), [RECORDS_FILE]: lined(records.map(canonicalText)) });
}

/** The forger's last record in another spelling, rightly signed. */
async function respelt(pack: Pack, spell: (text: string) => string): Promise<Tampered> {
  const last = recordsOf(pack).at(-1)!;
  const other = shipped(await pack.forger.sealText(spell(last.record)));
  return { files: await withRecords(pack, (all) => all.with(-1, other)) };
}

/** What the endpoint exports of a device after it sent these. */
async function chainFrom({ endpoint }: Pack, device: SignedDevice, ...drafts: RecordDraft[]): Promise<Files> {
  for (const draft of drafts) await endpoint.send(device, [await device.next(draft)]);
  return exported(endpoint, `?chain=${device.chain}`);
}

type Tree = { leaves: Hash[]; root: Hash; nodeAt(level: number, index: number): Hash };

async function treeOver(leaves: Hash[]): Promise<Tree> {
  const nodes = new Map<string, Hash>();
  const nodeAt = (level: number, index: number) => nodes.get(`${level}/${index}`)!;
  const grown = await growTree(0, leaves, async (level, index) => nodeAt(level, index));
  for (const { level, index, hash } of grown) nodes.set(`${level}/${index}`, hash);
  return { leaves, nodeAt, root: await rootOf(leaves.length, async (level, index) => nodeAt(level, index)) };
}

/** The log of the pack. */
function treeOf(pack: Pack): Promise<Tree> {
  const { runs, acts } = logOf(pack);
  const leaves: Hash[] = [];
  const bytes = new TextEncoder();
  const records = new Map(
    recordsOf(pack).map(({ record }) => {
      const { chain, seq } = JSON.parse(record) as { chain: string; seq: number };
      return [`${chain}/${seq}`, leafHash(bytes.encode(record))];
    }),
  );
  for (const { first, chain, seq, count } of runs) {
    for (let offset = 0; offset < count; offset++) leaves[first + offset] = records.get(`${chain}/${seq + offset}`)!;
  }
  for (const [line, act] of linesOf(pack.files, ACTS_FILE).entries()) leaves[acts[line]!] = leafHash(bytes.encode(act));
  return treeOver(leaves);
}

function checkpointOf(pack: Pack, { leaves, root }: Tree, signer: Signer): Promise<string> {
  const checkpoint = { origin: originOf(pack.endpoint.tenant), size: leaves.length, root };
  return signCheckpoint(
    checkpoint,
    fromBase64(signer.publicKey)!,
    async (bytes) => fromBase64(await signer.sign(bytes))!,
  );
}

/** A well-signed log of everything but the first act. */
async function rewritten(pack: Pack): Promise<Files> {
  const log = logOf(pack);
  const [gone, ...acts] = log.acts;
  const { leaves } = await treeOf(pack);
  const down = (first: number) => (first > gone! ? first - 1 : first);
  const tree = await treeOver(leaves.toSpliced(gone!, 1));
  const runs = log.runs.map((run) => ({ ...run, first: down(run.first) }));
  return change(pack, {
    [ACTS_FILE]: lined(linesOf(pack.files, ACTS_FILE).slice(1)),
    [LOG_FILE]: canonicalText({ ...log, runs, acts: acts.map(down) }),
    [CHECKPOINT_FILE]: await checkpointOf(pack, tree, pack.signer),
  });
}
