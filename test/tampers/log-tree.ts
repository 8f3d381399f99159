/** The log of a pack as a whole tree, to be made anew otherwise. */

import { ACTS_FILE, CHECKPOINT_FILE, LOG_FILE } from '../../lib/integrity/evidence-format.ts';
import { signCheckpoint } from '../../lib/integrity/log/checkpoint.ts';
import { originOf } from '../../lib/integrity/log/origin.ts';
import { growTree, type Hash, leafHash, rootOf } from '../../lib/integrity/log/tree.ts';
import { fromBase64 } from '../../lib/policy/base64.ts';
import { canonicalText } from '../../lib/records/canonical.ts';
import type { Signer } from '../../server/ingest/signer.ts';
import { change } from './hands.ts';
import { type Files, lined, linesOf, logOf, type Pack, recordsOf } from './pack.ts';

export type Tree = { leaves: Hash[]; root: Hash; nodeAt(level: number, index: number): Hash };

export async function treeOver(leaves: Hash[]): Promise<Tree> {
  const nodes = new Map<string, Hash>();
  const nodeAt = (level: number, index: number) => nodes.get(`${level}/${index}`)!;
  const grown = await growTree(0, leaves, async (level, index) => nodeAt(level, index));
  for (const { level, index, hash } of grown) nodes.set(`${level}/${index}`, hash);
  return { leaves, nodeAt, root: await rootOf(leaves.length, async (level, index) => nodeAt(level, index)) };
}

export function treeOf(pack: Pack): Promise<Tree> {
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

export function checkpointOf(pack: Pack, { leaves, root }: Tree, signer: Signer): Promise<string> {
  const checkpoint = { origin: originOf(pack.endpoint.tenant), size: leaves.length, root };
  return signCheckpoint(
    checkpoint,
    fromBase64(signer.publicKey)!,
    async (bytes) => fromBase64(await signer.sign(bytes))!,
  );
}

export async function rewritten(pack: Pack): Promise<Files> {
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
