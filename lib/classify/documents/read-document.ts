/** Files into readable pieces: the entry of this folder. Each format is loaded when the first file of it is read. */
import type { DocumentReading, ReadOptions, SourceFile } from './document.ts';
import { openFile } from './open-file.ts';
import { Work } from './work.ts';

/**
 * Reads what a file says, in every place where text can stand. Never throws for what a file holds: a piece that cannot be
 * read is listed, with the reason, in `unreadable`. When a limit was crossed or the signal fired, the whole file is listed as
 * `oversized` next to what was read until then.
 */
export async function readDocument(file: SourceFile, options: ReadOptions = {}): Promise<DocumentReading> {
  const work = new Work(options);
  const { format, parts, unreadable } = await openFile(file, work);
  work.progress(1);
  return { format, parts, unreadable };
}
