/** Somebody has the endpoint's database and key, and changes what a pack holds. */

import { KEYS_FILE, policyFile, RECEIPTS_FILE, RECORDS_FILE } from '../../lib/integrity/evidence-format.ts';
import { canonicalBytes, canonicalText } from '../../lib/records/canonical.ts';
import { createDeviceKey } from '../../lib/records/sign.ts';
import type { Receipt } from '../../lib/sync/api.ts';
import { change, replaced, withRecords } from './hands.ts';
import { lined, linesOf, sealed, signedPolicy, textOf } from './pack.ts';
import type { TamperCase } from './tamper-case.ts';

export const OPERATOR: readonly TamperCase[] = [
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
    name: 'a receipt acknowledges another record',
    by: 'operator',
    reason: 'receipt_head_mismatch',
    async make(pack) {
      const receipts = linesOf(pack.files, RECEIPTS_FILE);
      const { body, kid } = JSON.parse(receipts.at(-1)!) as Receipt;
      const other = { ...body, head: 'ab'.repeat(32) };
      const sig = await pack.signer.sign(canonicalBytes(other));
      return {
        files: await change(pack, { [RECEIPTS_FILE]: lined([...receipts, canonicalText({ body: other, kid, sig })]) }),
      };
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
