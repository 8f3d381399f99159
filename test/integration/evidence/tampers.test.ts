import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceReport } from '../../../lib/integrity/evidence-report.ts';
import { CASES } from '../../tampers/cases.ts';
import { makePack } from '../../tampers/pack.ts';
import { runCases, type Verdicts } from '../../tampers/run.ts';
import { PAGE, tamperPage } from '../../tampers/table.ts';
import { openTestStore } from '../server/test-endpoint.ts';

let remove: () => Promise<void>;
let verdicts: Verdicts[];

beforeAll(async () => {
  const opened = await openTestStore('PGlite');
  remove = opened.remove;
  verdicts = await runCases(await makePack(opened.store), CASES);
});
afterAll(() => remove());

/** All of a report but the words of its faults. */
const told = ({ faults, ...rest }: EvidenceReport) => ({
  ...rest,
  faults: faults.map(({ code, where }) => ({ code, where })),
});

describe('docs/tampering.md', () => {
  it('says what both verifiers say (else: npm run tampers -- --write)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(tamperPage(verdicts));
  });
});

describe('both verifiers, when', () => {
  it.each(CASES.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    const { reason, limit } = CASES[index]!;
    const { first, second } = verdicts[index]!;
    expect(told(second)).toEqual(told(first));
    expect(first.faults[0]?.code ?? null).toBe(reason);
    if (limit) expect(first.limits.join('\n')).toMatch(limit);
  });
});
