/** Tables that come as JSON files of our own: only their version is looked at, and that they are whole. */

/** What `make` makes of the file; null when these bytes are no such file of this version. */
export function readTable<File extends { v: number }, Table>(
  bytes: Uint8Array,
  version: File['v'],
  make: (file: File) => Table,
): Table | null {
  try {
    const file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as File;
    return file.v === version ? make(file) : null;
  } catch {
    return null;
  }
}
