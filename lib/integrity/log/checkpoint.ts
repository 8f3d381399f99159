/** Checkpoints (C2SP tlog-checkpoint): the signed statement of a log's size and root. Three lines: origin, size, root. */
import { fromBase64, toBase64 } from '../../policy/base64.ts';
import { type NoteVerifier, openNote, signNote } from './signed-note.ts';
import type { Hash } from './tree.ts';

export interface Checkpoint {
  /** Names the log; the same for its whole life. */
  origin: string;
  size: number;
  root: Hash;
}

const HASH_BYTES = 32;
const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads `formatCheckpoint`'s text; extension lines after it are allowed and ignored. Null when it is malformed. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, digits, encoded, ...rest] = text.split('\n');
  if (!origin || digits === undefined || encoded === undefined || rest.at(-1) !== '') return null;
  const size = SIZE.test(digits) ? Number(digits) : Number.NaN;
  const root = fromBase64(encoded);
  if (!Number.isSafeInteger(size) || root?.length !== HASH_BYTES || toBase64(root) !== encoded) return null;
  return { origin, size, root };
}

/** The checkpoint as a note. The signer's name is the origin, as the format recommends. */
export function signCheckpoint(
  checkpoint: Checkpoint,
  publicKey: Uint8Array<ArrayBuffer>,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), { name: checkpoint.origin, publicKey }, sign);
}

/** The checkpoint in a note, when the log of that origin signed it; null otherwise. */
export async function openCheckpoint(note: string, verifier: NoteVerifier): Promise<Checkpoint | null> {
  const text = await openNote(note, verifier);
  const checkpoint = text === null ? null : parseCheckpoint(text);
  return checkpoint?.origin === verifier.name ? checkpoint : null;
}
