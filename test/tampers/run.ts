/** Runs both verifiers over what the cases made of a pack. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EvidenceReport } from '../../lib/integrity/evidence-report.ts';
import { verifyEvidence } from '../../lib/integrity/verify-evidence.ts';
import { readPack } from '../../tools/verify/read-pack.ts';
import type { Files } from './pack.ts';
import type { TamperCase, Tampered } from './tamper-case.ts';

export interface Verdicts {
  first: EvidenceReport;
  second: EvidenceReport;
}

/** Keys that are pinned; without root keys those of the pack are taken. */
interface Pinned {
  signer: { publicKey: string };
  root: { publicKey: string } | null;
}

/** Both verifiers over a pack, with the endpoint's key pinned. */
export async function verifyBoth(files: Files, serverKey: string): Promise<Verdicts> {
  const pins: Pinned = { signer: { publicKey: serverKey }, root: null };
  const honest = { name: 'nothing', by: 'nobody', reason: null, make: () => ({ files }) } as const;
  return (await runCases(pins, [honest]))[0]!;
}

/** Both verifiers over each case, in their order, with the right keys pinned. */
export async function runCases<P extends Pinned>(
  pack: P,
  cases: readonly (Omit<TamperCase, 'make'> & { make(pack: P): Promise<Tampered> | Tampered })[],
): Promise<Verdicts[]> {
  const root = mkdtempSync(join(tmpdir(), 'tampers-'));
  try {
    const first: EvidenceReport[] = [];
    const calls: string[][] = [];
    const { publicKey: serverKey } = pack.signer;
    const rootKeys = pack.root === null ? [] : [pack.root.publicKey];
    for (const [index, { make }] of cases.entries()) {
      const { files, checkpoint = null, disk } = await make(pack);
      const dir = join(root, `${index}`, 'pack');
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(dir, name)), { recursive: true });
        writeFileSync(join(dir, name), bytes);
      }
      disk?.(dir);
      const { files: read, unread } = await readPack(dir);
      first.push(await verifyEvidence(read, { serverKey, rootKeys, checkpoint }, unread));
      const call = [`--server-key=${serverKey}`, ...rootKeys.map((key) => `--root-key=${key}`), '--json', dir];
      if (checkpoint !== null) {
        writeFileSync(join(root, `${index}`, 'kept.txt'), checkpoint);
        call.unshift(`--checkpoint=${join(root, `${index}`, 'kept.txt')}`);
      }
      calls.push(call);
    }
    const second = await secondVerifier(calls);
    return first.map((report, index) => ({ first: report, second: second[index]! }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The reports of the second verifier, one for each list of arguments, out of one process. */
function secondVerifier(calls: readonly string[][]): Promise<EvidenceReport[]> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', ['-B', join(import.meta.dirname, 'verify-many.py')]);
    let told = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(told) as EvidenceReport[]);
      else reject(new Error(`the second verifier said: ${complaints}`));
    });
    child.stdin.end(JSON.stringify(calls));
  });
}
