/** What the reading page tells its worker, and hears from it. Both are ours: nothing is parsed here. */
import type { DocumentReading, SourceFile } from '../classify/documents/document.ts';

export interface ReaderTask {
  file: SourceFile;
  texts: [string, string][] | null;
}

export type TaskReport =
  | { type: 'progress'; done: number }
  | { type: 'reading'; reading: DocumentReading }
  | { type: 'written'; bytes: Uint8Array | null };
