/** The files of a pack from its folder. Links are not followed, and what no pack would hold is not read into memory. */
import { lstat, opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_FILE_BYTES, MAX_FILES, type Unread } from '../../lib/integrity/pack-files.ts';

/** Every file under `dir`, by its path with forward slashes, and what was not read. Rejects when `dir` cannot be read. */
export async function readPack(
  dir: string,
): Promise<{ files: Map<string, Uint8Array<ArrayBuffer>>; unread: Unread[] }> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const unread: Unread[] = [];
  const walk = async (prefix: string): Promise<void> => {
    const names: string[] = [];
    for await (const { name } of await opendir(join(dir, prefix))) {
      if (files.size + names.length >= MAX_FILES) {
        unread.push({ name: prefix === '' ? '.' : prefix.slice(0, -1), code: 'too_many_files' });
        break;
      }
      names.push(name);
    }
    for (const name of names.sort()) {
      const path = `${prefix}${name}`;
      const found = await lstat(join(dir, path));
      if (found.isDirectory()) await walk(`${path}/`);
      else if (!found.isFile()) unread.push({ name: path, code: 'not_a_file' });
      else if (found.size > MAX_FILE_BYTES) unread.push({ name: path, code: 'file_too_large' });
      else files.set(path, new Uint8Array(await readFile(join(dir, path))));
    }
  };
  await walk('');
  return { files, unread };
}
