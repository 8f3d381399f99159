/**
 * Meta's gateway frames: a type byte, a short head whose layout its codec keeps to itself, then a JSON object; several in
 * one message. Read only: the gateway refuses frames that its own codec did not make. Only the JSON is looked for, so
 * that a changed head changes nothing here; what is neither JSON nor as short as a head cannot be read.
 */
import { openJson } from './json-paths.ts';
import { inSequence, type Opaque, type Opened } from './leaf.ts';
import { decodeUtf8Leniently } from './utf8.ts';

const FIRST_TYPE = 0x09;
const LAST_TYPE = 0x0f;
const LONGEST_HEAD = 24;
const OBJECT = 0x7b;
/** Looks at what may be an object: a message has one or two, and each look may read all of it. */
const MOST_LOOKS = 128;

interface Found {
  start: number;
  end: number;
  opened: Opened<string>;
}

/** Null unless the bytes start as such a frame and hold JSON, or are a head alone (ping, acknowledgement). */
export function openDgw(bytes: Uint8Array): Opened<Uint8Array> | null {
  const type = bytes[0];
  if (type === undefined || type < FIRST_TYPE || type > LAST_TYPE) return null;
  const frames: Opened<string>[] = [];
  const looks = { left: MOST_LOOKS };
  let unread = 0;
  for (let at = 0; at < bytes.length; ) {
    const next = nextObject(bytes, at, looks);
    if (typeof next === 'number') {
      unread = Math.max(unread, next - at);
      at = next;
    } else {
      frames.push(next.opened);
      unread = Math.max(unread, next.start - at);
      at = next.end;
    }
  }
  if (frames.length === 0 && bytes.length > LONGEST_HEAD) return null;
  const sequence = inSequence(frames, () => bytes);
  const rest: Opaque[] = unread > LONGEST_HEAD ? [{ path: [], reason: 'unknown_shape' }] : [];
  return { ...sequence, opaque: [...sequence.opaque, ...rest] };
}

/**
 * The next object, or where to go on when what looks like one is none. Lengths and check sums take every value, so a brace
 * in a head may be one of them: then the object starts later.
 */
function nextObject(bytes: Uint8Array, from: number, looks: { left: number }): Found | number {
  let goOn: number | null = null;
  for (let start = bytes.indexOf(OBJECT, from); start >= 0; start = bytes.indexOf(OBJECT, start + 1)) {
    if (goOn !== null && start - from > LONGEST_HEAD) break;
    if (looks.left-- <= 0) return bytes.length;
    const end = endOfObject(bytes, start);
    const opened = end === null ? null : openJson(decodeUtf8Leniently(bytes.subarray(start, end)));
    if (opened !== null) return { start, end: end!, opened };
    goOn ??= end ?? bytes.length;
  }
  return goOn ?? bytes.length;
}

/** Behind the brace that closes the object; braces inside strings do not count. */
function endOfObject(bytes: Uint8Array, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b) depth++;
    else if (byte === 0x7d && --depth === 0) return at + 1;
  }
  return null;
}
