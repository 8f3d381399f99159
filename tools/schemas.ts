/**
 * `npm run schemas`: writes docs/schemas/, the JSON Schemas (2020-12) of records, of the files of an evidence pack and of
 * policies, out of the schemas that the product itself parses with. They are part of the specification (docs/record-1.md).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { erasedBatch, keysFile, logFile, manifestBody, refusedRecord } from '../lib/integrity/evidence-format.ts';
import { signedSchema } from '../lib/policy/envelope.ts';
import { policySchema } from '../lib/policy/schema.ts';
import { record } from '../lib/records/record.ts';
import { certificate, receipt, revocationList, shippedRecord } from '../lib/sync/api.ts';

export const FOLDER = join(import.meta.dirname, '../docs/schemas');

/** The parts of a pack that have no schema of their own elsewhere. */
const EVIDENCE = {
  envelope: signedSchema,
  manifest: manifestBody,
  keys: keysFile,
  shipped: shippedRecord,
  refused: refusedRecord,
  erased: erasedBatch,
  receipt,
  certificate,
  revoked: revocationList,
  log: logFile,
};

/** File name -> text. */
export function schemaFiles(): Map<string, string> {
  const parts = Object.entries(EVIDENCE).map(([name, schema]) => [name, z.toJSONSchema(schema, { reused: 'inline' })]);
  return new Map([
    ['record-1.schema.json', textOf({ title: 'Sluice decision record 1', ...z.toJSONSchema(record) })],
    ['evidence-1.schema.json', textOf({ title: 'Sluice evidence pack 1', $defs: Object.fromEntries(parts) })],
    ['policy.schema.json', textOf({ title: 'Sluice policy', ...z.toJSONSchema(policySchema) })],
  ]);
}

function textOf(schema: object): string {
  return `${JSON.stringify(schema, null, 1)}\n`;
}

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of schemaFiles()) {
    const path = join(FOLDER, name);
    const isSame = readFileSync(path, { encoding: 'utf8', flag: 'a+' }) === text;
    if (!isSame) writeFileSync(path, text);
    console.log(`docs/schemas/${name} ${isSame ? 'is up to date' : 'written'}`);
  }
}
