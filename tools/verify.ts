/** `npm run -s verify -- DIR`: verify an evidence pack offline. Exit 0 when it holds, 1 with the reason when not. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { EvidenceReport } from '../lib/integrity/evidence-report.ts';
import { verifyEvidence } from '../lib/integrity/verify-evidence.ts';
import { readPack } from './verify/read-pack.ts';

interface Options {
  rootKey: string[];
  serverKey?: string;
  checkpoint?: string;
  json?: boolean;
}

const KEY = /^[A-Za-z0-9_-]{43}$/;

const program = new Command('verify')
  .description('Verify an evidence pack offline. Needs no network and trusts nothing but the keys you give.')
  .argument('<dir>', 'folder of the pack')
  .option('--server-key <key>', "the endpoint's public key (raw Ed25519, base64url)")
  .option('--root-key <key...>', 'policy root keys (raw Ed25519, base64url)', [])
  .option('--checkpoint <file>', 'a checkpoint of the log you kept earlier (checkpoint.txt of another pack)')
  .option('--json', 'print the report as JSON')
  .action(async (dir: string, options: Options) => {
    const keys = [...options.rootKey, ...(options.serverKey === undefined ? [] : [options.serverKey])];
    const bad = keys.find((key) => !KEY.test(key));
    if (bad !== undefined) program.error(`not a public key (43 characters of base64url): ${bad}`, { exitCode: 2 });
    const unreadable = (path: string) => (error: Error) =>
      program.error(`cannot read ${path}: ${error.message}`, { exitCode: 2 });
    const { files, unread } = await readPack(dir).catch(unreadable(dir));
    const { serverKey = null, rootKey: rootKeys, checkpoint: kept } = options;
    const checkpoint = kept === undefined ? null : await readFile(kept, 'utf8').catch(unreadable(kept));
    const report = await verifyEvidence(files, { serverKey, rootKeys, checkpoint }, unread);
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : describe(report));
    process.exitCode = report.ok ? 0 : 1;
  });

await program.parseAsync();

function describe({ ok, faults, checked, notes, limits }: EvidenceReport): string {
  const lines = [
    'Checked',
    `  files against the signed manifest: ${checked.files}`,
    `  records by signature, order and gaps: ${checked.records} (chains: ${checked.chains})`,
    `  receipts of the endpoint: ${checked.receipts}`,
    `  records in the log under its signed checkpoint: ${checked.logged}, acts: ${checked.acts}`,
    `  erased records whose places the log still has: ${checked.erased}`,
    `  certificates of device keys: ${checked.certificates}`,
    `  signed policies: ${checked.policies}`,
    `  decisions made again with the same result: ${checked.decisions}`,
    ...section('Worth knowing', notes),
    ...section('What this cannot prove', limits),
    ...section(
      'Faults',
      faults.map(({ code, where, message }) => `${code}: ${where}: ${message}`),
    ),
    '',
    ok ? 'VERIFIED' : `FAILED ${faults[0]!.code}`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)];
}
