import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { extensionId, publicKeyDer } from './extension-id.ts';

type PackCrx = (manifest: string[], options: { keyPath: string; crxPath: string }) => Promise<unknown>;
// CommonJS without types.
const crx3 = createRequire(import.meta.url)('crx3') as PackCrx;

export interface PackedCrx {
  crxPath: string;
  extensionId: string;
  version: string;
}

/** Writes a new 2048-bit RSA signing key (PKCS #8 PEM, readable by the owner alone) unless the file is there. */
export function ensureSigningKey(keyPath: string): void {
  if (existsSync(keyPath)) return;
  mkdirSync(dirname(keyPath), { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
}

/**
 * Packs an unpacked extension as CRX3. Its id comes from the signing key alone: Chromium replaces the manifest's `key`
 * (which fixes the id of unpacked builds) by the key the CRX was signed with.
 */
export async function packCrx(extensionDir: string, keyPath: string, crxPath: string): Promise<PackedCrx> {
  const manifestPath = join(extensionDir, 'manifest.json');
  const { version } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { version: string };
  mkdirSync(dirname(crxPath), { recursive: true });
  await crx3([manifestPath], { keyPath, crxPath });
  return { crxPath, extensionId: extensionId(publicKeyDer(readFileSync(keyPath, 'utf8'))), version };
}
