/**
 * Opens a request body whichever side saw it: the page knows strings, buffers and FormData with headers; the gate knows
 * bytes or parsed fields without any header, so the format is told from the bytes where no header says it.
 */
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import { expandFiles, type HoldsFile } from './codecs/base64-file.ts';
import { COMPRESSED, readFrames, writeFrames } from './codecs/connect.ts';
import { openDgw } from './codecs/dgw.ts';
import { expand, openInnerBytes, openInnerJson, openInnerText } from './codecs/expand.ts';
import { openFields } from './codecs/fields.ts';
import { openForm } from './codecs/form.ts';
import { isGzip, isZlib, type Packing, pack, unpack } from './codecs/gzip.ts';
import { openJsonLines } from './codecs/json-lines.ts';
import { openJson } from './codecs/json-paths.ts';
import type { FileReplacements, Leaf, Opaque, Opened, Replacements } from './codecs/leaf.ts';
import { openMsgpack } from './codecs/msgpack.ts';
import { openMultipart } from './codecs/multipart.ts';
import { NO_SCHEMA, openProtobuf, type ProtobufSchema } from './codecs/protobuf.ts';
import { openSignalR, openSignalRMsgpack } from './codecs/signalr.ts';
import { openSocketIo } from './codecs/socket-io.ts';
import { decodeUtf8, encodeUtf8, hasControls } from './codecs/utf8.ts';

export type BodyFormat =
  | 'none'
  | 'json'
  | 'json-lines'
  | 'form'
  | 'multipart'
  | 'protobuf'
  | 'msgpack'
  | 'signalr'
  | 'socket.io'
  | 'dgw'
  | 'text'
  | 'opaque';

export interface OpenedBody {
  format: BodyFormat;
  leaves: readonly Leaf[];
  opaque: readonly Opaque[];
  /** Null where this body cannot be written again. */
  close(replacements: Replacements, files?: FileReplacements): Promise<RequestBody | null>;
}

export interface OpenOptions {
  /** Set when the call speaks protobuf: bytes that are not JSON are read with this schema. */
  protobuf?: ProtobufSchema;
  /** The whole body is the content of one file: no format inside it is looked for. */
  file?: boolean;
  /** Strings in which JSON and base64 of text are looked for. */
  nested?: (leaf: Leaf) => boolean;
  /** Strings that hold files in base64. */
  holdsFile?: HoldsFile;
  /** Strings that hold protobuf in base64, read with the schema. */
  bytesAt?: (leaf: Leaf) => boolean;
  /** Messages are Meta's gateway frames. */
  dgw?: boolean;
}

/** Larger bodies, packed or not, are refused rather than read. */
export const LARGEST_BODY = 32 * 1024 * 1024;

interface Hints extends OpenOptions {
  contentType: string;
  encoding: string;
  /** Inside a frame: no app puts frames into frames. */
  framed?: true;
  /** Bytes that may still be unpacked from this body, over all its frames. */
  budget: { left: number };
}

/** Format and strings of text or bytes; closing gives text for text and bytes for bytes. */
interface OpenedPayload<T> extends Opened<T | Promise<T>> {
  format: BodyFormat;
}

export async function openBody({ headers, body }: CapturedRequest, options: OpenOptions = {}): Promise<OpenedBody> {
  const hints = {
    ...options,
    contentType: headers['content-type']?.toLowerCase() ?? '',
    encoding: headers['content-encoding']?.trim().toLowerCase() ?? '',
    budget: { left: LARGEST_BODY },
  };
  switch (body.kind) {
    case 'none':
      return { format: 'none', leaves: [], opaque: [], close: async () => body };
    case 'unreadable':
      return unreadable(toReason(body.reason));
    case 'fields': {
      const opened = nest(openFields(body.fields), hints);
      const format = body.encoding === 'urlencoded' ? 'form' : 'multipart';
      return { ...opened, format, close: async (...changes) => ({ ...body, fields: opened.close(...changes) }) };
    }
    case 'text': {
      if (body.text.length > LARGEST_BODY) return unreadable('oversized');
      const opened = openText(body.text, hints);
      return { ...opened, close: async (...changes) => ({ kind: 'text', text: await opened.close(...changes) }) };
    }
    case 'bytes': {
      if (body.bytes.length > LARGEST_BODY) return unreadable('oversized');
      const opened = await openBytes(body.bytes, hints);
      return { ...opened, close: async (...changes) => ({ kind: 'bytes', bytes: await opened.close(...changes) }) };
    }
  }
}

async function openBytes(bytes: Uint8Array, hints: Hints): Promise<OpenedPayload<Uint8Array>> {
  if (bytes.length === 0) return { format: 'none', leaves: [], opaque: [], close: () => bytes };
  const packing = packingOf(bytes, hints);
  if (packing === 'unknown') return closed(bytes, 'unknown_shape');
  if (packing !== null) return openPacked(bytes, packing, hints);
  if (hints.file) return openPlainBytes(bytes, hints) ?? wholeFile(bytes, hints);
  const dgw = hints.dgw ? openDgw(bytes) : null;
  if (dgw) return { ...nest(dgw, hints), format: 'dgw' };
  const multipart = openMultipart(bytes);
  if (multipart) return { ...nest(multipart, hints), format: 'multipart' };
  if (mayBeProtobuf(hints) && !isJsonBytes(bytes)) {
    const opened = (await openFrames(bytes, hints)) ?? asProtobuf(openProtobuf(bytes, hints.protobuf), hints);
    return opened ?? closed(bytes, 'damaged');
  }
  return (
    openPlainBytes(bytes, hints) ??
    (await openFrames(bytes, hints)) ??
    openPackets(bytes, hints) ??
    (await openZlib(bytes, hints)) ??
    asProtobuf(openUnannounced(bytes), hints) ??
    closed(bytes, 'binary')
  );
}

/** Null for bytes that are not text. */
function openPlainBytes(bytes: Uint8Array, hints: Hints): OpenedPayload<Uint8Array> | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  const opened = openRecords(text, hints) ?? (hasControls(text) ? null : openText(text, hints));
  if (opened === null) return null;
  return { ...opened, close: async (...changes) => encodeUtf8(await opened.close(...changes)) };
}

function openText(text: string, hints: Hints): OpenedPayload<string> {
  if (text === '') return { format: 'none', leaves: [], opaque: [], close: () => text };
  if (hints.file) return wholeText(text, { file: { name: '', type: hints.contentType } });
  if (/^--[^\r\n]+\r\ncontent-disposition:/i.test(text)) {
    const multipart = openMultipart(encodeUtf8(text));
    if (multipart) {
      const opened = nest(multipart, hints);
      return {
        ...opened,
        format: 'multipart',
        close: (...changes) => new TextDecoder().decode(opened.close(...changes)),
      };
    }
  }
  const records = openRecords(text, hints);
  if (records) return records;
  const json = openJson(text);
  if (json) return { ...nest(json, hints), format: 'json' };
  const lines = openJsonLines(text);
  if (lines) return { ...nest(lines, hints), format: 'json-lines' };
  if (hints.contentType.includes('x-www-form-urlencoded') || /^[\w.~%+*[\]-]+=[^\s]*$/.test(text)) {
    return { ...nest(openForm(text), hints), format: 'form' };
  }
  return wholeText(text, {});
}

/** Packets of hub and event protocols; those end or are led by signs that no other text has. */
function openRecords(text: string, hints: Hints): OpenedPayload<string> | null {
  const signalr = hints.file ? null : openSignalR(text);
  if (signalr) return { ...nest(signalr, hints), format: 'signalr' };
  const socketIo = hints.file ? null : openSocketIo(text);
  return socketIo && { ...nest(socketIo, hints), format: 'socket.io' };
}

function openPackets(bytes: Uint8Array, hints: Hints): OpenedPayload<Uint8Array> | null {
  const inner = (content: Uint8Array) => openUnannounced(content);
  const signalr = openSignalRMsgpack(bytes, inner);
  if (signalr) return { ...nest(signalr, hints), format: 'signalr' };
  const isContainer = (bytes[0]! >= 0x80 && bytes[0]! < 0xa0) || (bytes[0]! >= 0xdc && bytes[0]! < 0xe0);
  const msgpack = isContainer ? openMsgpack(bytes, inner) : null;
  return msgpack && { ...nest(msgpack, hints), format: 'msgpack' };
}

/** Without a header the first bytes have to tell; where they lie, the body is something else. */
async function openZlib(bytes: Uint8Array, hints: Hints): Promise<OpenedPayload<Uint8Array> | null> {
  const opened = hints.encoding === '' && isZlib(bytes) ? await openPacked(bytes, 'deflate', hints) : null;
  return opened?.opaque.some(({ reason }) => reason === 'damaged') ? null : opened;
}

function wholeText(text: string, extra: Pick<Leaf, 'file'>): OpenedPayload<string> {
  const leaf: Leaf = { path: [], text, ...extra };
  return { format: 'text', leaves: [leaf], opaque: [], close: (changes) => changes.get(leaf) ?? text };
}

async function openPacked(bytes: Uint8Array, packing: Packing, hints: Hints): Promise<OpenedPayload<Uint8Array>> {
  const unpacked = await unpack(bytes, packing, hints.budget.left);
  if (!unpacked.ok) return closed(bytes, unpacked.reason);
  hints.budget.left -= unpacked.bytes.length;
  // A second layer of packing is no encoding any app uses: it is read as it stands, which is not readable.
  const opened = await openBytes(unpacked.bytes, { ...hints, encoding: 'identity' });
  return {
    ...opened,
    close: async (texts, files) => {
      const isSame = texts.size === 0 && !files?.size;
      return isSame ? bytes : pack(await opened.close(texts, files), packing);
    },
  };
}

/** What the header says, else what the bytes say; `unknown` for encodings that cannot be unpacked here (br, zstd). */
function packingOf(bytes: Uint8Array, { encoding, file }: Hints): Packing | 'unknown' | null {
  if (encoding === 'identity') return null;
  if (encoding === 'gzip' || encoding === 'x-gzip') return 'gzip';
  // With and without the head of zlib: senders disagree, and so do receivers.
  if (encoding === 'deflate') return isZlib(bytes) ? 'deflate' : 'deflate-raw';
  if (encoding !== '') return 'unknown';
  return !file && isGzip(bytes) ? 'gzip' : null;
}

async function openFrames(bytes: Uint8Array, hints: Hints): Promise<OpenedPayload<Uint8Array> | null> {
  const frames = hints.framed ? null : readFrames(bytes);
  if (frames === null) return null;
  const opened: OpenedPayload<Uint8Array>[] = [];
  // One after the other: what one frame unpacks to counts against the next.
  for (const { flags, payload } of frames) {
    const encoding = flags & COMPRESSED ? 'gzip' : 'identity';
    opened.push(await openBytes(payload, { ...hints, encoding, framed: true }));
  }
  return {
    format: opened[0]!.format,
    leaves: opened.flatMap(({ leaves }) => leaves),
    opaque: opened.flatMap(({ opaque }) => opaque),
    async close(...changes) {
      const payloads = await Promise.all(opened.map(({ close }) => close(...changes)));
      return writeFrames(frames.map(({ flags }, index) => ({ flags, payload: payloads[index]! })));
    },
  };
}

function mayBeProtobuf({ protobuf, contentType }: Hints): boolean {
  return protobuf !== undefined || /proto|connect|grpc/.test(contentType.replace('json+protobuf', ''));
}

function isJsonBytes(bytes: Uint8Array): boolean {
  const text = /^[\s\ufeff]*[[{"]/.test(String.fromCharCode(...bytes.subarray(0, 16))) ? decodeUtf8(bytes) : null;
  return text !== null && openJson(text) !== null;
}

/** A message of a few numbers; longer ones have to hold text to be told from other bytes. */
const SHORT_MESSAGE = 64;

/** Bytes nobody said are protobuf: believed when they parse to the end and are short or hold readable text. */
function openUnannounced(bytes: Uint8Array): Opened<Uint8Array> | null {
  const opened = openProtobuf(bytes, NO_SCHEMA);
  const isReadable = opened?.leaves.some(({ text }) => text.length > 3 && !hasControls(text));
  return isReadable || bytes.length <= SHORT_MESSAGE ? opened : null;
}

function asProtobuf(opened: Opened<Uint8Array> | null, hints: Hints): OpenedPayload<Uint8Array> | null {
  return opened && { ...nest(opened, hints), format: 'protobuf' };
}

function nest<T>(opened: Opened<T>, { nested, bytesAt, holdsFile, protobuf }: OpenOptions): Opened<T> {
  const expanded = expand(opened, (leaf) => {
    if (bytesAt?.(leaf)) return openInnerBytes(leaf, (bytes) => openProtobuf(bytes, protobuf));
    return nested?.(leaf) ? (openInnerJson(leaf) ?? openInnerText(leaf)) : null;
  });
  return holdsFile ? expandFiles(expanded, holdsFile) : expanded;
}

/** One file and nothing else. */
function wholeFile(bytes: Uint8Array, { contentType }: Hints): OpenedPayload<Uint8Array> {
  const content: Opaque = { path: [], reason: 'binary', file: { name: '', type: contentType, bytes } };
  const close = (_: Replacements, files?: FileReplacements) => files?.get(content) ?? bytes;
  return { format: 'opaque', leaves: [], opaque: [content], close };
}

function closed(bytes: Uint8Array, reason: Opaque['reason']): OpenedPayload<Uint8Array> {
  return { format: 'opaque', leaves: [], opaque: [{ path: [], reason }], close: () => bytes };
}

function unreadable(reason: Opaque['reason']): OpenedBody {
  return { format: 'opaque', leaves: [], opaque: [{ path: [], reason }], close: async () => null };
}

/** Capture and gate give reasons as free strings; whatever is not one of ours means that no body was shown. */
function toReason(reason: string): Opaque['reason'] {
  const known = ['binary', 'encrypted', 'oversized', 'damaged', 'unknown_shape', 'stream'] as const;
  return known.find((word) => word === reason) ?? 'no_body';
}
