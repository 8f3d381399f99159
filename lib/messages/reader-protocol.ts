/**
 * What the guard and the reader of files say over their port: one port per task. Runtime messages are JSON in Chromium,
 * so bytes travel as base64, in chunks because a message has a limit there (64 MiB).
 */
import type { DocumentReading } from '../classify/documents/document.ts';

/** Name of the port. */
export const READER_PORT = 'read-file';
/** Bytes of a file per message. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** Longer than this a reader gets no more time: the file is not read. */
export const TASK_LIMIT_MS = 60_000;

interface Chunk {
  type: 'chunk';
  base64: string;
}

/** Guard -> reader. After `start` come chunks until `size` bytes are there. Its schema: reader-request.ts. */
export type ReaderRequest =
  | {
      type: 'start';
      name: string;
      mediaType: string;
      size: number;
      /** Replaced texts by part id: write the file with them instead of reading it. */
      texts: [string, string][] | null;
    }
  | Chunk;

/** Reader -> guard. `written` is followed by chunks; null says that this file cannot be written. */
export type ReaderAnswer =
  | { type: 'progress'; done: number }
  | { type: 'reading'; reading: DocumentReading }
  | { type: 'written'; size: number | null }
  | { type: 'failed' }
  | Chunk;
