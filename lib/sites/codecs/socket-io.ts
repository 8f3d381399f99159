/**
 * Engine.IO and Socket.IO packets as text (socket.io/docs/v4/engine-io-protocol and …/socket-io-protocol): one per socket
 * frame, several joined by 0x1e in a polling request. `42/chat,7["event",{…}]` is message (4), event (2), namespace,
 * acknowledgement id, JSON.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { openJson } from './json-paths.ts';
import { below, inSequence, type Leaf, NO_FILES, type Opaque, type Opened, type Replacements } from './leaf.ts';
import { isMachineToken } from './machine-token.ts';
import { decodeUtf8, encodeUtf8, hasControls } from './utf8.ts';

/** Without content: open, close, ping, pong, upgrade, noop, connect and disconnect. */
const BARE = /^(?:[0-6]|[23]probe|4[01](?:\/[\w/-]{1,64},)?)$/;
/** Types, number of attachments, namespace, acknowledgement id (an id of more digits is none), and JSON. */
const FULL = /^((?:0|4[0-6](?:\d{1,3}-)?)(?:(\/[^,]*),)?\d{0,9})(?=[[{])/;

/** Null unless every packet is one, and at least one of them carries JSON or is all there is. */
export function openSocketIo(text: string): Opened<string> | null {
  const packets: Opened<string>[] = [];
  for (const packet of text.split('\u001e')) {
    const opened = openPacket(packet);
    if (opened === null) return null;
    packets.push(opened);
  }
  return inSequence(packets, (closed) => closed.join('\u001e'));
}

function openPacket(packet: string): Opened<string> | null {
  if (BARE.test(packet)) return { leaves: [], opaque: [], close: () => packet };
  if (/^b[A-Za-z0-9+/]+={0,2}$/.test(packet)) return openAttachment(packet);
  const [, head, namespace] = FULL.exec(packet) ?? [];
  const opened = head === undefined ? null : openJson(packet.slice(head.length));
  if (opened === null) return null;
  // Of an event the first string is its name, of an acknowledgement it is an answer like the others.
  const json = /^4[36]/.test(head!) ? below(['ack'], opened) : opened;
  const room: Leaf[] = namespace && !isMachineToken(namespace) ? [{ path: ['namespace'], text: namespace }] : [];
  return {
    ...json,
    leaves: [...room, ...json.leaves],
    close(changes) {
      const fresh = room[0] && changes.get(room[0]);
      return (fresh === undefined ? head! : head!.replace(namespace!, () => fresh)) + json.close(changes);
    },
  };
}

/** A binary packet, which polling carries in base64. */
function openAttachment(packet: string): Opened<string> | null {
  const bytes = fromBase64(packet.slice(1));
  if (bytes === null) return null;
  const text = decodeUtf8(bytes);
  if (text === null || hasControls(text)) {
    const content: Opaque = { path: [], reason: 'binary', file: { name: '', type: '', bytes } };
    const close = (_: Replacements, files = NO_FILES) => `b${toBase64(files.get(content) ?? bytes)}`;
    return { leaves: [], opaque: [content], close };
  }
  const leaf: Leaf = { path: [], text };
  const close = (changes: Replacements) => `b${toBase64(encodeUtf8(changes.get(leaf) ?? text))}`;
  return { leaves: [leaf], opaque: [], close };
}
