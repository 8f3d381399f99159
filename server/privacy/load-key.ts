/** The endpoint's secret of privacy: from its settings, or a file that is made at the first start. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fromBase64, toBase64 } from '../../lib/policy/base64.ts';
import { KEY_BYTES } from './seal.ts';

/** `given`: base64url of 32 bytes. `file`: where it is, and is made when it is not there. */
export type PrivacyKeySource = { given: string } | { file: string };

/** Rejects when the file cannot be read or written, or holds no key. */
export async function loadPrivacyKey(source: PrivacyKeySource): Promise<Uint8Array> {
  if ('given' in source) return decode(source.given, 'PRIVACY_KEY');
  const text = await readFile(source.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) return decode(text.trim(), source.file);
  await mkdir(dirname(source.file), { recursive: true, mode: 0o700 });
  const made = toBase64(new Uint8Array(randomBytes(KEY_BYTES)));
  // Not over one that another process made in this moment.
  await writeFile(source.file, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return decode((await readFile(source.file, 'utf8')).trim(), source.file);
}

export function isPrivacyKey(text: string): boolean {
  return fromBase64(text)?.length === KEY_BYTES;
}

function decode(text: string, where: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes?.length !== KEY_BYTES) throw new Error(`${where} holds no privacy key (${KEY_BYTES} bytes in base64)`);
  return bytes;
}
