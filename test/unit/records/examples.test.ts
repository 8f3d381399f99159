import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../lib/records/chain.ts';
import { recordDraft } from '../../../lib/records/record.ts';
import type { ShippedRecord } from '../../../lib/sync/api.ts';
import { EXAMPLES, exampleLines } from '../../fixtures/records/make-examples.ts';

const published = readFileSync(EXAMPLES, 'utf8');
const lines = published
  .split('\n')
  .slice(0, -1)
  .map((line) => JSON.parse(line) as ShippedRecord);

/** The second verifier's own parts over the file: canonical form, schema, signature. */
const PYTHON = `
import json, sys
sys.path.insert(0, "tools/verify-independent")
import canonical, chains, schema
fits = schema.load("docs/schemas")
keys = {}
for line in open("docs/schemas/record-1.examples.jsonl", encoding="utf-8"):
    shipped = canonical.parse(line.rstrip("\\n"))
    body = canonical.parse(shipped["record"])
    if "public_key" in body:
        keys[body["kid"]] = body["public_key"]
    is_signed = chains.is_signed(keys[shipped["kid"]], shipped["sig"], shipped["record"].encode())
    print(body["kind"], fits("record-1", body), is_signed)
`;

describe('the published examples', () => {
  it('are what this code writes, to the byte (else: npm run schemas)', async () => {
    expect(published).toBe(await exampleLines());
  });

  it('are one chain with every kind of record', async () => {
    const keys = new Map(
      lines.flatMap(({ record }) => {
        const { kid, public_key } = JSON.parse(record);
        return public_key ? [[kid, public_key] as const] : [];
      }),
    );
    const report = await verifyChain(lines, (_, kid) => keys.get(kid) ?? null);
    expect(report.faults).toEqual([]);
    const kinds = recordDraft.def.options.map((option) => option.shape.kind.def.values[0]);
    expect(new Set(report.records.map(({ record }) => record.kind))).toEqual(new Set(kinds));
  });

  it('are read alike by the second verifier', () => {
    const told = execFileSync('python3', ['-B', '-c', PYTHON], { encoding: 'utf8' }).trim().split('\n');
    expect(told).toEqual(lines.map(({ record }) => `${JSON.parse(record).kind} True True`));
  });
});
