/**
 * What the guard and the reader of files say over their port: one port per task. Runtime messages are JSON in Chromium,
 * so bytes travel as base64, in chunks because a message has a limit there (64 MiB).
 */
import * as z from 'zod/mini';
import { UNREADABLE_REASONS } from '../prompt/prompt.ts';

/** Name of the port. */
export const READER_PORT = 'read-file';
/** Bytes of a file per message. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** Longer than this a reader gets no more time: the file is not read. */
export const TASK_LIMIT_MS = 60_000;

const chunk = z.strictObject({ type: z.literal('chunk'), base64: z.string() });

/** Guard -> reader. After `start` come chunks until `size` bytes are there. */
export const readerRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().check(z.minimum(0)),
    /** Replaced texts by part id: write the file with them instead of reading it. */
    texts: z.nullable(z.array(z.tuple([z.string(), z.string()]))),
  }),
  chunk,
]);
export type ReaderRequest = z.infer<typeof readerRequest>;

const place = { id: z.string(), place: z.string() };
const reading = z.strictObject({
  format: z.string(),
  parts: z.array(z.strictObject({ ...place, text: z.string() })),
  unreadable: z.array(z.strictObject({ ...place, reason: z.enum(UNREADABLE_REASONS) })),
});

/** Reader -> guard. `written` is followed by chunks; null says that this file cannot be written. */
export const readerAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), done: z.number() }),
  z.strictObject({ type: z.literal('reading'), reading }),
  z.strictObject({ type: z.literal('written'), size: z.nullable(z.int()) }),
  chunk,
  z.strictObject({ type: z.literal('failed') }),
]);
export type ReaderAnswer = z.infer<typeof readerAnswer>;
