/** Sanitised copies of files. */
import type { ReadOptions, SourceFile } from './document.ts';
import { openFile } from './open-file.ts';
import { Work } from './work.ts';

/**
 * The file with other texts in it, by the ids `readDocument` gave the parts of the same bytes; everything else stays as it
 * was. Null where that cannot be done: the format cannot be written (PDF, e-mail, pictures), a changed part lies in such a
 * file inside an archive, the file could not be read to its end, or an id is none of this file's.
 */
export async function rewriteDocument(
  file: SourceFile,
  replacements: ReadonlyMap<string, string>,
  options: Omit<ReadOptions, 'onProgress'> = {},
): Promise<Uint8Array | null> {
  const work = new Work(options);
  const document = await openFile(file, work);
  const texts = new Map(document.parts.map(({ id, text }) => [id, text]));
  const changes = new Map([...replacements].filter(([id, text]) => texts.get(id) !== text));
  if (work.stopped || document.rewrite === null || [...changes.keys()].some((id) => !texts.has(id))) return null;
  try {
    const written = await document.rewrite(changes);
    return work.stopped ? null : written;
  } catch {
    return null;
  }
}
