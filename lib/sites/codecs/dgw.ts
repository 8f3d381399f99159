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
const MOST_FRAMES = 64;

/** Null unless the bytes start as such a frame and hold JSON, or are a head alone (ping, acknowledgement). */
export function openDgw(bytes: Uint8Array): Opened<Uint8Array> | null {
  const type = bytes[0];
  if (type === undefined || type < FIRST_TYPE || type > LAST_TYPE) return null;
  const frames: Opened<string>[] = [];
  let at = 0;
  let unread = 0;
  while (at < bytes.length) {
    const start = bytes.indexOf(0x7b, at);
    const end = start < 0 || frames.length === MOST_FRAMES ? null : endOfObject(bytes, start);
    const opened = end === null ? null : openJson(decodeUtf8Leniently(bytes.subarray(start, end)));
    const next = end ?? bytes.length;
    unread = Math.max(unread, (opened === null ? next : start) - at);
    if (opened !== null) frames.push(opened);
    at = next;
  }
  if (frames.length === 0 && bytes.length > LONGEST_HEAD) return null;
  const sequence = inSequence(frames, () => bytes);
  const rest: Opaque[] = unread > LONGEST_HEAD ? [{ path: [], reason: 'unknown_shape' }] : [];
  return { ...sequence, opaque: [...sequence.opaque, ...rest] };
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
