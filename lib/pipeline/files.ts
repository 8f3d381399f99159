/**
 * The files of a prompt: opened into text and a list of what could not be read, and closed again with other text in them.
 * The reading itself happens elsewhere (`FileReader`), because a page must not wait for it. What the reader cannot do, in
 * whatever way it fails, makes the file unreadable; policy decides what becomes of that.
 */
import type { DocumentReading, SourceFile } from '../classify/documents/document.ts';
import { toHex } from '../policy/base64.ts';
import type { AttachedFile, Prompt, PromptFile, PromptPart, Unreadable } from '../prompt/prompt.ts';

export interface ReadControl {
  /** Aborted when the person does not want to wait. */
  signal: AbortSignal;
  /** Share of the work, 0 to 1. */
  onProgress(done: number): void;
}

export interface FileReader {
  /** Rejects when the reader crashed, is missing or took too long. */
  read(file: SourceFile, control: ReadControl): Promise<DocumentReading>;
  /** Null when this format cannot be written, or not with these texts. Rejects as `read` does. */
  rewrite(file: SourceFile, texts: ReadonlyMap<string, string>): Promise<Uint8Array | null>;
}

/** Shows the person that files are being read; `end` takes it away. */
export type WatchReading = (names: string[], onCancel: () => void) => { progress(done: number): void; end(): void };

/** Readings kept, so that the same bytes are read once: picked, announced, uploaded, sent again. */
const MOST_READINGS = 32;
/** In no id of a body. */
const SEPARATOR = '\n';

interface Opened {
  file: AttachedFile;
  digest: string;
  reading: DocumentReading;
}

const UNREAD: DocumentReading = {
  format: 'unknown',
  parts: [],
  unreadable: [{ id: 'file', place: '', reason: 'unread' }],
};

export class FileDesk {
  readonly #reader: FileReader;
  readonly #watch: WatchReading;
  /** By digest, the one used last at the end. */
  readonly #readings = new Map<string, DocumentReading>();
  /** Names the person knows, by digest: an upload to a storage host often has none. */
  readonly #names = new Map<string, string>();

  constructor(reader: FileReader, watch: WatchReading) {
    this.#reader = reader;
    this.#watch = watch;
  }

  /** True when opening this prompt takes time. */
  hasFiles({ unreadable }: Prompt): boolean {
    return unreadable.some(({ file }) => file !== undefined);
  }

  /**
   * The same prompt with what its files hold. Never rejects.
   * @param withdrawn aborted when nobody needs the answer any more
   */
  async open(prompt: Prompt, withdrawn: AbortSignal): Promise<Prompt> {
    const entries = prompt.unreadable.filter(({ file }) => file !== undefined);
    if (entries.length === 0) return prompt;
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    withdrawn.addEventListener('abort', giveUp, { once: true });
    if (withdrawn.aborted) giveUp();
    const notice = this.#watch(entries.map(({ file }) => file!.name).filter(Boolean), giveUp);
    const opened = new Map<Unreadable, Opened>();
    try {
      for (const [index, entry] of entries.entries()) {
        const onProgress = (done: number) => notice.progress((index + Math.min(1, Math.max(0, done))) / entries.length);
        opened.set(entry, await this.#openOne(entry.file!, { signal: stop.signal, onProgress }));
      }
    } finally {
      notice.end();
      withdrawn.removeEventListener('abort', giveUp);
    }
    return withFiles(prompt, opened);
  }

  /**
   * Turn replaced texts of an opened prompt into what its adapter writes: text by part id, bytes by file id. `unwritable`:
   * names of the files in which that is not possible.
   * @param read the prompt as it was before `open`
   */
  async close(
    { unreadable }: Prompt,
    texts: ReadonlyMap<string, string>,
  ): Promise<{ changes: Map<string, string | Uint8Array>; unwritable: string[] }> {
    const changes = new Map<string, string | Uint8Array>(texts);
    const unwritable: string[] = [];
    for (const { id, file } of unreadable) {
      const prefix = id + SEPARATOR;
      const inside = [...texts].filter(([part]) => part.startsWith(prefix));
      if (file === undefined || inside.length === 0) continue;
      for (const [part] of inside) changes.delete(part);
      const own = new Map(inside.map(([part, text]) => [part.slice(prefix.length), text]));
      const bytes = await this.#reader.rewrite(file, own).catch(() => null);
      const name = file.name || (this.#names.get(await fileDigest(file.bytes)) ?? '');
      if (bytes === null) {
        unwritable.push(name);
        continue;
      }
      changes.set(id, bytes);
      this.#nameIt(await fileDigest(bytes), name);
    }
    return { changes, unwritable };
  }

  async #openOne(file: AttachedFile, control: ReadControl): Promise<Opened> {
    const digest = await fileDigest(file.bytes);
    this.#nameIt(digest, file.name);
    const named = { ...file, name: file.name || (this.#names.get(digest) ?? '') };
    const known = this.#readings.get(digest);
    const reading = known ?? (await this.#read(named, control));
    // A reader that failed may be back for the next try.
    if (reading !== UNREAD) this.#keep(digest, reading);
    return { file: named, digest, reading };
  }

  /** One retry: a reader that crashed is started again. */
  async #read(file: AttachedFile, control: ReadControl): Promise<DocumentReading> {
    for (let attempt = 0; attempt < 2 && !control.signal.aborted; attempt++) {
      try {
        return await this.#reader.read(file, control);
      } catch {
        // Falls through to the next attempt.
      }
    }
    return UNREAD;
  }

  #keep(digest: string, reading: DocumentReading): void {
    this.#readings.delete(digest);
    this.#readings.set(digest, reading);
    for (const oldest of [...this.#readings.keys()].slice(0, -MOST_READINGS)) this.#readings.delete(oldest);
  }

  #nameIt(digest: string, name: string): void {
    if (name !== '') this.#names.set(digest, name);
  }
}

/** SHA-256 in hex: a name for bytes that stays in memory. */
export async function fileDigest(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

function withFiles(prompt: Prompt, opened: ReadonlyMap<Unreadable, Opened>): Prompt {
  const parts: PromptPart[] = [...prompt.parts];
  const unreadable: Unreadable[] = [];
  const files: PromptFile[] = [];
  for (const entry of prompt.unreadable) {
    const { file, digest, reading } = opened.get(entry) ?? {};
    if (!file || !digest || !reading) {
      unreadable.push(entry);
      continue;
    }
    const { name, mediaType, bytes } = file;
    files.push({ id: entry.id, name, mediaType, format: reading.format, size: bytes.length, digest });
    const inFile = (id: string, place: string) => ({
      id: `${entry.id}${SEPARATOR}${id}`,
      fileId: entry.id,
      ...(place && { place }),
    });
    for (const { id, place, text } of reading.parts) {
      parts.push({
        ...inFile(id, place),
        role: 'user',
        kind: 'attachment',
        text,
        ...(name && { name }),
        ...(mediaType && { mediaType }),
      });
    }
    for (const { id, place, reason } of reading.unreadable) unreadable.push({ ...inFile(id, place), reason });
  }
  return { ...prompt, parts, unreadable, files };
}
