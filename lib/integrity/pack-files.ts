/** Reading the files of a pack: bytes to text to lines. What cannot be read becomes a fault, never an exception. */
import { parseCanonical } from '../records/canonical.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';

/** File name (forward slashes) -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Why something in the folder of a pack was not read. */
export const UNREAD = {
  not_a_file: 'a pack has files only; this is a link, or something else that is none',
  file_too_large: 'no file of a pack is that large',
  too_many_files: 'no pack has that many files',
} as const;
export interface Unread {
  name: string;
  code: keyof typeof UNREAD;
}
/** A pack of as many records as there may be in one stays below; and text beyond it could not be held as one. */
export const MAX_FILE_BYTES = 500_000_000;
export const MAX_FILES = 20_000;

/** UTF-8 text of a file, null when absent or not UTF-8. */
export function textOf(files: Files, name: string): string | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : decodeText(bytes);
}

/** Bytes as UTF-8, null when they are not. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The lines of a JSON Lines file, numbered from one; `undefined` for a line that is no canonical JSON. */
export function jsonLines(files: Files, name: string, report: EvidenceReport): { value: unknown; number: number }[] {
  const text = textOf(files, name);
  if (text === null) {
    addFault(report, 'file_missing', name, 'this file is missing or not UTF-8');
    return [];
  }
  const lines = text.split('\n');
  if (lines.pop() !== '') addFault(report, 'line_malformed', name, 'the last line has no end: the file was cut');
  return lines.map((line, index) => ({ value: canonicalValue(line), number: index + 1 }));
}

function canonicalValue(text: string): unknown {
  const parsed = parseCanonical(text);
  return parsed.ok ? parsed.value : undefined;
}
