/**
 * SignalR's hub protocol (github.com/dotnet/aspnetcore, src/SignalR/docs/specs/HubProtocol.md): JSON records, each ended
 * by 0x1e, or MessagePack messages, each led by its length as a varint. A frame may hold several.
 */
import { concatBytes } from './bytes.ts';
import { openJson } from './json-paths.ts';
import { inSequence, type Opened } from './leaf.ts';
import { type OpenBytes, openMsgpack } from './msgpack.ts';

const END = '\u001e';

/** Null unless the text is whole records of JSON: half a record is no record. */
export function openSignalR(text: string): Opened<string> | null {
  if (!text.endsWith(END)) return null;
  const records: Opened<string>[] = [];
  for (const record of text.slice(0, -1).split(END)) {
    const opened = openJson(record);
    if (opened === null) return null;
    records.push(opened);
  }
  return inSequence(records, (closed) => closed.map((record) => record + END).join(''));
}

/** Null unless messages that are arrays led by a message type cover the bytes exactly. */
export function openSignalRMsgpack(bytes: Uint8Array, openInner?: OpenBytes): Opened<Uint8Array> | null {
  const messages: Opened<Uint8Array>[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = readVarint(bytes, at);
    if (length === null || length.end + length.value > bytes.length) return null;
    const message = bytes.subarray(length.end, length.end + length.value);
    const isHubMessage = message.length > 1 && (message[0]! & 0xf0) === 0x90 && message[1]! >= 1 && message[1]! <= 9;
    const opened = isHubMessage ? openMsgpack(message, openInner) : null;
    if (opened === null) return null;
    messages.push(opened);
    at = length.end + length.value;
  }
  if (messages.length === 0) return null;
  return inSequence(messages, (closed) =>
    concatBytes(closed.flatMap((message) => [writeVarint(message.length), message])),
  );
}

function readVarint(bytes: Uint8Array, at: number): { value: number; end: number } | null {
  let value = 0;
  // Five groups of seven bits: the protocol's limit is 2 GB.
  for (let index = 0; index < 5; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return null;
}

function writeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}
