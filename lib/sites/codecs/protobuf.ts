/**
 * Protobuf on the wire level, without generated code: which fields hold text or messages is told by a small schema of
 * field-number paths, and guessed for fields the schema does not know. Closing copies every untouched field byte for
 * byte, unknown ones included, and rewrites only the lengths on the way down to a replaced string.
 * Format: protobuf.dev/programming-guides/encoding.
 */
import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { NOWHERE, PathSet } from '../path-table.ts';
import type { Leaf, Opaque, Opened, Path, Replacements } from './leaf.ts';
import { decodeUtf8, decodeUtf8Leniently, encodeUtf8, hasControls } from './utf8.ts';

export interface ProtobufSchema {
  /** Fields that are messages, e.g. `2/15`. */
  messages: PathSet;
  /** Fields that are strings, e.g. `2/3`. */
  strings: PathSet;
}

export const NO_SCHEMA: ProtobufSchema = { messages: NOWHERE, strings: NOWHERE };

export function protobufSchema(messages: readonly string[], strings: readonly string[]): ProtobufSchema {
  return { messages: new PathSet(...messages), strings: new PathSet(...strings) };
}

const DEEPEST = 32;
/** Messages with more fields than this stay unread: no app sends them, and guessing at each would take seconds. */
const MOST_FIELDS = 20_000;
/** Shorter byte fields are ids, nonces and packed numbers. */
const LONGEST_UNREAD = 64;

interface WireField {
  number: number;
  type: WireType;
  /** Tag bytes, as written. */
  tag: Uint8Array;
  /** Tag and value, as written. */
  raw: Uint8Array;
  /** Content of a length-delimited field. */
  payload: Uint8Array | null;
}

type Node =
  | { raw: Uint8Array; tag: Uint8Array; leaf: Leaf }
  | { raw: Uint8Array; tag: Uint8Array; message: Node[] }
  | { raw: Uint8Array };

interface Collected {
  leaves: Leaf[];
  opaque: Opaque[];
}

/** Open one message. Null when the bytes are no protobuf message. */
export function openProtobuf(bytes: Uint8Array, schema: ProtobufSchema = NO_SCHEMA): Opened<Uint8Array> | null {
  const collected: Collected = { leaves: [], opaque: [] };
  const fields = readFields(bytes);
  if (fields === null) return null;
  const message = readMessage(fields, [], schema, collected);
  return { ...collected, close: (replacements) => writeMessage(message, replacements) };
}

function readFields(bytes: Uint8Array): WireField[] | null {
  const reader = new BinaryReader(bytes);
  const fields: WireField[] = [];
  try {
    while (reader.pos < reader.len) {
      if (fields.length === MOST_FIELDS) return null;
      const start = reader.pos;
      const [number, type] = reader.tag();
      if (type === WireType.EndGroup) return null;
      const tag = bytes.subarray(start, reader.pos);
      const payload = type === WireType.LengthDelimited ? reader.bytes() : null;
      if (payload === null) reader.skip(type, number);
      fields.push({ number, type, tag, raw: bytes.subarray(start, reader.pos), payload });
    }
    return fields;
  } catch {
    return null;
  }
}

function readMessage(fields: readonly WireField[], at: Path, schema: ProtobufSchema, into: Collected): Node[] {
  const counts = new Map<number, number>();
  return fields.map((field) => {
    const count = counts.get(field.number) ?? 0;
    counts.set(field.number, count + 1);
    return readField(field, [...at, count === 0 ? field.number : `${field.number}[${count}]`], schema, into);
  });
}

function readField({ type, tag, raw, payload }: WireField, path: Path, schema: ProtobufSchema, into: Collected): Node {
  if (type === WireType.StartGroup) into.opaque.push({ path, reason: 'unknown_shape' });
  if (payload === null || payload.length === 0) return { raw };
  const isString = schema.strings.has(path);
  const isMessage = !isString && schema.messages.has(path);
  const fields = isString || path.length >= DEEPEST ? null : messageIn(payload, isMessage);
  if (fields !== null) return { raw, tag, message: readMessage(fields, path, schema, into) };
  const text = decodeUtf8(payload);
  if (isMessage || (isString && text === null)) into.opaque.push({ path, reason: 'damaged' });
  else if (text === null && payload.length > LONGEST_UNREAD) into.opaque.push({ path, reason: 'binary' });
  if (text === null && !isString) return { raw };
  const leaf: Leaf = { path, text: text ?? decodeUtf8Leniently(payload) };
  into.leaves.push(leaf);
  return { raw, tag, leaf };
}

/**
 * The fields of a payload that is a message. Without a schema a payload of readable text is taken for a message only
 * when nested fields fill most of it: short words often parse as numbers (`hi` is field 13 with value 105).
 */
function messageIn(payload: Uint8Array, known: boolean): WireField[] | null {
  const fields = readFields(payload);
  if (fields === null || known) return fields;
  const text = decodeUtf8(payload);
  if (text === null || hasControls(text)) return fields;
  const nested = fields.reduce((sum, field) => sum + (field.payload?.length ?? 0), 0);
  return nested * 2 > payload.length ? fields : null;
}

function writeMessage(nodes: readonly Node[], replacements: Replacements): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  for (const node of nodes) {
    const text = 'leaf' in node ? replacements.get(node.leaf) : undefined;
    if (text !== undefined && 'leaf' in node) writer.raw(node.tag).bytes(encodeUtf8(text));
    else if ('message' in node && isTouched(node.message, replacements)) {
      writer.raw(node.tag).bytes(writeMessage(node.message, replacements));
    } else writer.raw(node.raw);
  }
  return writer.finish();
}

function isTouched(nodes: readonly Node[], replacements: Replacements): boolean {
  return nodes.some((node) =>
    'leaf' in node ? replacements.has(node.leaf) : 'message' in node && isTouched(node.message, replacements),
  );
}
