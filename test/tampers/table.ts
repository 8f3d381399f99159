/** `npm run tampers`: does everything to a pack that the cases list, and prints what both verifiers say; `-- --write`: into docs/tampering.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceReport } from '../../lib/integrity/evidence-report.ts';
import { openTestStore } from '../integration/server/test-endpoint.ts';
import { CASES } from './cases.ts';
import { makePack } from './pack.ts';
import { runCases, type Verdicts } from './run.ts';

export const PAGE = join(import.meta.dirname, '../../docs/tampering.md');

const HANDS = {
  nobody: '',
  anybody: 'anybody with the folder',
  operator: "the endpoint's operator, with its key",
  device: "the holder of a device's key",
  'device and operator': 'both of these together',
} as const;

/** The page. */
export function tamperPage(verdicts: readonly Verdicts[]): string {
  const rows = CASES.map(({ name, by, limit }, index) => {
    const { first, second } = verdicts[index]!;
    const said = first.limits.find((line) => limit?.test(line)) ?? '';
    return `| ${name} | ${HANDS[by]} | ${verdict(first)} | ${verdict(second)} | ${said} |`;
  });
  return `${[
    '# What tampering looks like',
    '',
    '<!-- Made by `npm run tampers -- --write`. -->',
    '',
    "A pack out of the real endpoint, with two devices, a signed policy and the log, is changed in each of these ways and given to both verifiers, which share no code. The endpoint's key and the policy root key are pinned. Each names the first thing it finds wrong; where it finds nothing, the last column is what it says it cannot prove. What the words mean: [Sluice decision record 1](record-1.md).",
    '',
    '| what is done | by | `npm run -s verify` | `verify.py` | what both say they cannot prove |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}

function verdict({ faults }: EvidenceReport): string {
  return faults[0] === undefined ? 'verifies' : `\`${faults[0].code}\``;
}

if (import.meta.main) {
  const { store, remove } = await openTestStore('PGlite');
  const page = tamperPage(await runCases(await makePack(store), CASES));
  await remove();
  process.stdout.write(page);
  if (process.argv.includes('--write')) writeFileSync(PAGE, page);
}
