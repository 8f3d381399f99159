/** Reading the files of a pack: bytes to text to lines. What cannot be read becomes a fault, never an exception. */
import { addFault, type EvidenceReport } from './evidence-report.ts';

/** File name (forward slashes) -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** UTF-8 text of a file, null when absent or not UTF-8. */
export function textOf(files: Files, name: string): string | null {
  const bytes = files.get(name);
  if (bytes === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The lines of a JSON Lines file, numbered from one; `undefined` for a line that is no JSON. */
export function jsonLines(files: Files, name: string, report: EvidenceReport): { value: unknown; number: number }[] {
  const text = textOf(files, name);
  if (text === null) {
    addFault(report, 'file_missing', name, 'this file is missing or not UTF-8');
    return [];
  }
  const lines = text.split('\n');
  if (lines.pop() !== '') addFault(report, 'line_malformed', name, 'the last line has no end: the file was cut');
  return lines.map((line, index) => ({ value: parseJson(line), number: index + 1 }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
