/** Somebody has the folder of a pack and no key. */

import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ACTS_FILE,
  KEYS_FILE,
  MANIFEST_FILE,
  RECEIPTS_FILE,
  RECORDS_FILE,
} from '../../lib/integrity/evidence-format.ts';
import { canonicalText } from '../../lib/records/canonical.ts';
import { createDeviceKey, sign } from '../../lib/records/sign.ts';
import type { Signer } from '../../server/ingest/signer.ts';
import { sealed, textOf, withTexts } from './pack.ts';
import type { TamperCase } from './tamper-case.ts';

export const FOLDER: readonly TamperCase[] = [
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
    name: 'a receipt says something else',
    by: 'anybody',
    reason: 'file_changed',
    make: (pack) => ({
      files: withTexts(pack, { [RECEIPTS_FILE]: textOf(pack.files, RECEIPTS_FILE).replace('"epoch":1', '"epoch":2') }),
    }),
  },
];
