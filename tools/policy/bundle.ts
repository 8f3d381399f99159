import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyEnvelope } from '../../lib/policy/envelope.ts';
import { generateSigningKey } from './key-file.ts';
import { readPolicyFile } from './policy-file.ts';
import { signPolicy, writeEnvelope } from './sign.ts';
import type { Terminal } from './terminal.ts';

/** Where the default policy lives in this repository. */
export const POLICIES = join(import.meta.dirname, '..', '..', 'policies');

/**
 * `policy bundle`: signs policies/baseline.yaml with a fresh key whose private half is thrown away, and writes the two
 * files that are built into the extension. Leaves them alone when they already hold this policy.
 */
export async function bundle(folder: string, terminal: Terminal): Promise<number> {
  const source = await readPolicyFile(join(folder, 'baseline.yaml'), terminal);
  const envelopePath = join(folder, 'baseline.dsse.json');
  const rootPath = join(folder, 'baseline.root.json');
  if ((await bundledDigest(envelopePath, rootPath)) === source.compiled.digest) {
    terminal.out(`up to date: sha256 ${source.compiled.digest}`);
    return 0;
  }
  const key = await generateSigningKey();
  await writeEnvelope(envelopePath, await signPolicy(source, [key]), terminal);
  await writeFile(rootPath, `${JSON.stringify({ keyid: key.keyid, publicKey: key.publicKey }, null, 2)}\n`);
  terminal.out(`bundled: sha256 ${source.compiled.digest}`);
  return 0;
}

/** Digest of the bundled policy, if there is one that verifies. */
async function bundledDigest(envelopePath: string, rootPath: string): Promise<string | null> {
  try {
    const root: { publicKey: string } = JSON.parse(await readFile(rootPath, 'utf8'));
    const verified = await verifyEnvelope(await readFile(envelopePath, 'utf8'), [root.publicKey]);
    return verified.ok ? verified.digest : null;
  } catch {
    return null;
  }
}
