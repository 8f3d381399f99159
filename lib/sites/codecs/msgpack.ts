/**
 * MessagePack, read and written on the source bytes (github.com/msgpack/msgpack/blob/master/spec.md): strings are leaves,
 * everything else stays byte for byte, unknown extension types included. Containers count their elements, not their
 * bytes, so only the head of a replaced string changes. No recursion, so depth cannot overflow the stack.
 */
import { concatBytes } from './bytes.ts';
import { below, type Leaf, MOST_STRINGS, type Opaque, type Opened, type Replacements } from './leaf.ts';
import { isMachineToken } from './machine-token.ts';
import { decodeUtf8, encodeUtf8, hasControls } from './utf8.ts';

/** Opens the bytes of a binary or an extension; null where they are nothing that can be read. */
export type OpenBytes = (bytes: Uint8Array) => Opened<Uint8Array> | null;

const DEEPEST = 100;
/** Shorter binaries are ids and numbers. */
const LONGEST_UNREAD = 64;

/** A string, binary or extension: head and content. */
interface Slot {
  start: number;
  /** Of the content. */
  at: number;
  end: number;
  /** Type byte of an extension. */
  extension: number | null;
  content: Leaf | Opened<Uint8Array>;
}

interface Container {
  /** Key or index of the value that comes next. */
  key: string | number;
  isMap: boolean;
  expectsKey: boolean;
  left: number;
}

type Head =
  | { kind: 'string' | 'binary' | 'extension'; at: number; length: number; extension: number | null }
  | { kind: 'array' | 'map'; at: number; length: number }
  | { kind: 'other'; at: number };

/** Open one value. Null when the bytes are not exactly one. */
export function openMsgpack(bytes: Uint8Array, openInner: OpenBytes = () => null): Opened<Uint8Array> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const slots: Slot[] = [];
  const opaque: Opaque[] = [];
  const stack: Container[] = [];
  let at = 0;
  try {
    do {
      const head = readHead(view, at);
      const top = stack.at(-1);
      const path = stack.map(({ key }) => key);
      const start = at;
      at = head.at;
      const isKey = top?.expectsKey === true;
      if (head.kind === 'string' || head.kind === 'binary' || head.kind === 'extension') {
        at += head.length;
        if (at > bytes.length || slots.length === MOST_STRINGS) return null;
        const content = bytes.subarray(head.at, at);
        const slot = { start, at: head.at, end: at, extension: head.extension };
        if (head.kind === 'string') {
          const text = decodeUtf8(content);
          if (text === null) return null;
          if (isKey) top.key = text;
          const leaf: Leaf = {
            path: isKey ? stack.map(({ key }) => key) : path,
            text,
            ...(isKey ? { key: true } : {}),
          };
          if (!isKey || !isMachineToken(text)) slots.push({ ...slot, content: leaf });
        } else {
          const opened = openBinary(content, openInner);
          if (opened) slots.push({ ...slot, content: below(path, opened) });
          else if (content.length > LONGEST_UNREAD) opaque.push({ path, reason: 'binary' });
        }
      } else if (head.kind !== 'other') {
        if (isKey || stack.length === DEEPEST) return null;
        const isMap = head.kind === 'map';
        stack.push({ key: isMap ? '' : -1, isMap, expectsKey: false, left: head.length * (isMap ? 2 : 1) });
      } else if (isKey) top.key = start;
      while (stack.length > 0 && stack.at(-1)!.left === 0) stack.pop();
      const next = stack.at(-1);
      if (!next) break;
      next.left--;
      if (next.isMap) next.expectsKey = !next.expectsKey;
      else next.key = (next.key as number) + 1;
    } while (at < bytes.length);
  } catch {
    return null;
  }
  if (stack.length > 0 || at !== bytes.length) return null;
  return {
    leaves: slots.flatMap(({ content }) => ('leaves' in content ? content.leaves : [content])),
    opaque: [...opaque, ...slots.flatMap(({ content }) => ('opaque' in content ? content.opaque : []))],
    close: (replacements) => splice(bytes, slots, replacements),
  };
}

function openBinary(bytes: Uint8Array, openInner: OpenBytes): Opened<Uint8Array> | null {
  const text = bytes.length === 0 ? null : decodeUtf8(bytes);
  if (text === null || hasControls(text)) return openInner(bytes);
  const leaf: Leaf = { path: [], text };
  return { leaves: [leaf], opaque: [], close: (changes) => encodeUtf8(changes.get(leaf) ?? text) };
}

/** Throws a RangeError behind the end of the bytes, and for the one type byte that is never used. */
function readHead(view: DataView, at: number): Head {
  const type = view.getUint8(at);
  const sized = (size: 1 | 2 | 4): { at: number; length: number } => {
    const length = size === 1 ? view.getUint8(at + 1) : size === 2 ? view.getUint16(at + 1) : view.getUint32(at + 1);
    return { at: at + 1 + size, length };
  };
  const extension = (head: { at: number; length: number }): Head => ({
    kind: 'extension',
    at: head.at + 1,
    length: head.length,
    extension: view.getUint8(head.at),
  });
  const size = (first: number): 1 | 2 | 4 => ([1, 2, 4] as const)[type - first]!;
  if (type < 0x80 || type >= 0xe0) return { kind: 'other', at: at + 1 };
  if (type < 0x90) return { kind: 'map', at: at + 1, length: type & 0x0f };
  if (type < 0xa0) return { kind: 'array', at: at + 1, length: type & 0x0f };
  if (type < 0xc0) return { kind: 'string', at: at + 1, length: type & 0x1f, extension: null };
  if (type === 0xc1) throw new RangeError('unused type');
  if (type < 0xc4) return { kind: 'other', at: at + 1 };
  if (type < 0xc7) return { kind: 'binary', ...sized(size(0xc4)), extension: null };
  if (type < 0xca) return extension(sized(size(0xc7)));
  if (type < 0xd4) {
    const length = [4, 8, 1, 2, 4, 8, 1, 2, 4, 8][type - 0xca]!;
    view.getUint8(at + length);
    return { kind: 'other', at: at + 1 + length };
  }
  if (type < 0xd9) return extension({ at: at + 1, length: 2 ** (type - 0xd4) });
  if (type < 0xdc) return { kind: 'string', ...sized(size(0xd9)), extension: null };
  const length = type === 0xdc || type === 0xde ? sized(2) : sized(4);
  return { kind: type < 0xde ? 'array' : 'map', ...length };
}

function splice(bytes: Uint8Array, slots: readonly Slot[], replacements: Replacements): Uint8Array {
  const chunks: Uint8Array[] = [];
  let done = 0;
  for (const { start, end, extension, content } of slots) {
    let fresh: Uint8Array;
    if ('leaves' in content) {
      if (!content.leaves.some((leaf) => replacements.has(leaf))) continue;
      fresh = content.close(replacements);
    } else {
      const text = replacements.get(content);
      if (text === undefined) continue;
      fresh = encodeUtf8(text);
    }
    const isString = !('leaves' in content);
    const head = isString ? stringHead(fresh.length) : extension === null ? sizedHead(0xc4, fresh.length) : null;
    chunks.push(bytes.subarray(done, start), head ?? extensionHead(fresh.length, extension!), fresh);
    done = end;
  }
  return concatBytes([...chunks, bytes.subarray(done)]);
}

function stringHead(length: number): Uint8Array {
  return length < 32 ? Uint8Array.of(0xa0 + length) : sizedHead(0xd9, length);
}

function extensionHead(length: number, type: number): Uint8Array {
  const fixed = [1, 2, 4, 8, 16].indexOf(length);
  return concatBytes([fixed < 0 ? sizedHead(0xc7, length) : Uint8Array.of(0xd4 + fixed), Uint8Array.of(type)]);
}

/** One type byte for lengths of one, two and four bytes each. */
function sizedHead(first: number, length: number): Uint8Array {
  if (length < 0x100) return Uint8Array.of(first, length);
  if (length < 0x10000) return Uint8Array.of(first + 1, length >> 8, length & 0xff);
  const head = new Uint8Array(5);
  head[0] = first + 2;
  new DataView(head.buffer).setUint32(1, length);
  return head;
}
