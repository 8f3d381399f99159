import { generateSigningKey, writeKeyFiles } from './key-file.ts';
import type { Terminal } from './terminal.ts';

/** `policy keygen --out DIR`: a key pair for signing policies. */
export async function keygen(folder: string, terminal: Terminal): Promise<number> {
  const key = await generateSigningKey();
  const [privatePath, publicPath] = await writeKeyFiles(folder, key, terminal);
  terminal.out(`key id       ${key.keyid}`);
  terminal.out(`private key  ${privatePath} (keep it offline)`);
  terminal.out(`public key   ${publicPath}`);
  terminal.out(`for policyRootKeys in managed storage: ${key.publicKey}`);
  return 0;
}
