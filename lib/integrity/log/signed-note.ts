/**
 * Signed notes (C2SP signed-note): a text that ends in a newline, an empty line, and signature lines
 * `— <key name> <base64(key id || signature)>`. Ed25519 only (signature type 1).
 */
import { fromBase64, toBase64, toHex } from '../../policy/base64.ts';

const ED25519 = 0x01;
const ID_BYTES = 4;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const LINE_START = '— ';
/** Longer notes are none of ours. */
const MAX_NOTE_LENGTH = 65_536;

const encoder = new TextEncoder();

/** Who signs: a name without spaces or plus signs, and a raw Ed25519 public key. */
export interface NoteVerifier {
  name: string;
  publicKey: Uint8Array<ArrayBuffer>;
}

/** First four bytes of SHA-256(name || newline || type || public key). */
async function keyId({ name, publicKey }: NoteVerifier): Promise<Uint8Array> {
  const head = encoder.encode(`${name}\n`);
  const bytes = new Uint8Array([...head, ED25519, ...publicKey]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, ID_BYTES);
}

/** The verifier key as one line: `<name>+<hex key id>+<base64(type || public key)>`. */
export async function formatVerifierKey(verifier: NoteVerifier): Promise<string> {
  return `${verifier.name}+${toHex(await keyId(verifier))}+${toBase64(new Uint8Array([ED25519, ...verifier.publicKey]))}`;
}

/** Reads `formatVerifierKey`'s line; null when it is malformed or its id is not that of its key. */
export async function parseVerifierKey(line: string): Promise<NoteVerifier | null> {
  const [, name, , key] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = key === undefined ? null : fromBase64(key);
  if (name === undefined || bytes?.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return null;
  const verifier = { name, publicKey: bytes.slice(1) };
  return (await formatVerifierKey(verifier)) === line ? verifier : null;
}

/** The note: text and one signature. `text` must end in a newline. */
export async function signNote(
  text: string,
  verifier: NoteVerifier,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  if (!text.endsWith('\n')) throw new Error('the text of a note ends in a newline');
  const signature = await sign(encoder.encode(text));
  return `${text}\n${LINE_START}${verifier.name} ${toBase64(new Uint8Array([...(await keyId(verifier)), ...signature]))}\n`;
}

/** The text of a note that `verifier` signed; null when it did not, or when this is no note. Other signatures are ignored. */
export async function openNote(note: string, verifier: NoteVerifier): Promise<string | null> {
  if (note.length > MAX_NOTE_LENGTH || !note.endsWith('\n')) return null;
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0) return null;
  const text = note.slice(0, cut + 1);
  const lines = note.slice(cut + 2, -1).split('\n');
  if (!lines.every((line) => line.startsWith(LINE_START))) return null;
  const id = await keyId(verifier);
  for (const line of lines) {
    const [name, encoded, rest] = line.slice(LINE_START.length).split(' ');
    const bytes = encoded === undefined ? null : fromBase64(encoded);
    if (name !== verifier.name || rest !== undefined || bytes?.length !== ID_BYTES + SIGNATURE_BYTES) continue;
    if (!id.every((byte, at) => bytes[at] === byte)) continue;
    // One key signs a note once: a second line with its id that does not fit makes the note false.
    return (await isSigned(verifier, bytes.slice(ID_BYTES), text)) ? text : null;
  }
  return null;
}

async function isSigned({ publicKey }: NoteVerifier, signature: Uint8Array<ArrayBuffer>, text: string) {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, encoder.encode(text));
  } catch {
    // Bytes that are not a point of the curve.
    return false;
  }
}
