/** Somebody has the endpoint's database and key, and changes the log. */

import { randomBytes } from 'node:crypto';
import {
  ACTS_FILE,
  CHECKPOINT_FILE,
  LOG_FILE,
  RECEIPTS_FILE,
  RECORDS_FILE,
} from '../../lib/integrity/evidence-format.ts';
import { hiddenNodes } from '../../lib/integrity/log/partial-tree.ts';
import { leafHash } from '../../lib/integrity/log/tree.ts';
import { toBase64 } from '../../lib/policy/base64.ts';
import { canonicalBytes, canonicalText } from '../../lib/records/canonical.ts';
import { createDeviceKey, sign } from '../../lib/records/sign.ts';
import { change, isOf, not, withoutForger } from './hands.ts';
import { checkpointOf, rewritten, treeOf, treeOver } from './log-tree.ts';
import { lined, linesOf, logOf, recordsOf, sealed, textOf, withTexts } from './pack.ts';
import type { TamperCase } from './tamper-case.ts';

export const LOG: readonly TamperCase[] = [
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
      files.set(LOG_FILE, canonicalBytes({ ...log, runs, nodes }));
      return { files: await sealed(pack, files) };
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
];
