/**
 * What became of the files a person brought into this page: names for the calls that announce them, and contents for
 * those that carry them in pieces.
 */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { PickedFile } from './picked-files.ts';

/** Contents kept for uploads in pieces, by number and in bytes; the oldest go first. */
const MOST_WHOLES = 32;
const LARGEST_WHOLES = 256 * 1024 * 1024;
/** Shorter names stand in too many texts. */
const SHORTEST_NAME = 3;

export class Picks {
  /** By name: may a file of this name be announced? The latest pick decides. */
  readonly #verdicts = new Map<string, Promise<boolean>>();
  #wholes: Blob[] = [];

  /** Files are being judged. Call the function returned with what may go on to the page, null for nothing. */
  begin(files: readonly PickedFile[]): (released: readonly PickedFile[] | null) => void {
    let settle: (mayLeave: boolean) => void = () => undefined;
    const verdict = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    for (const { name } of files) if (name.length >= SHORTEST_NAME) this.#verdicts.set(name, verdict);
    return (released) => {
      settle(released !== null);
      for (const { name, bytes } of released ?? []) {
        if (name.length >= SHORTEST_NAME) this.#verdicts.set(name, Promise.resolve(true));
        if (bytes !== null) this.#remember(bytes);
      }
    };
  }

  /** Waits for the files that these texts name. False when one of them is to stay here. */
  async mayAnnounce(texts: readonly string[]): Promise<boolean> {
    const named = [...this.#verdicts].filter(([name]) => texts.some((text) => text.includes(name)));
    const verdicts = await Promise.all(named.map(([, verdict]) => verdict));
    return !verdicts.includes(false);
  }

  /** Whether this body is a piece of a file that was judged as a whole and released. */
  async covers(request: CapturedRequest): Promise<boolean> {
    const bytes = bytesOf(request);
    if (bytes === null || bytes.length === 0) return false;
    for (const whole of this.#wholes) {
      if (whole.size <= bytes.length) continue;
      for (const start of startsOf(request, bytes.length, whole.size)) {
        const piece = new Uint8Array(await whole.slice(start, start + bytes.length).arrayBuffer());
        if (isSame(piece, bytes)) return true;
      }
    }
    return false;
  }

  #remember(bytes: Uint8Array): void {
    this.#wholes = [...this.#wholes, new Blob([bytes as BlobPart])].slice(-MOST_WHOLES);
    let total = this.#wholes.reduce((sum, { size }) => sum + size, 0);
    while (total > LARGEST_WHOLES) total -= this.#wholes.shift()!.size;
  }
}

/** Longer texts are no announcement of a file. */
const LONGEST_NAME = 1_000;

/** What may announce a file: attachments that are nothing but a name, or have none. */
export function namesIn({ parts }: Prompt): string[] {
  return parts
    .filter(({ kind, name, text }) => kind === 'attachment' && (name === undefined || name === text))
    .map(({ text }) => text)
    .filter(({ length }) => length <= LONGEST_NAME);
}

/** Whether a call says of itself that it carries a piece of a file and not all of it. */
export function isPiece({ headers, url }: CapturedRequest): boolean {
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
  if (range) return Number(range[1]) > 0 || range[3] === '*' || Number(range[2]) + 1 < Number(range[3]);
  const command = headers['x-goog-upload-command'];
  if (command?.includes('upload')) return !command.includes('finalize') || offsetOf(headers) > 0;
  const query = new URL(url).searchParams;
  const isNumbered = query.has('uploadId') && query.has('partNumber');
  return isNumbered || query.get('comp') === 'block' || offsetOf(headers) > 0;
}

function offsetOf(headers: Record<string, string>): number {
  const range = /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1];
  return Number(headers['x-goog-upload-offset'] ?? headers['upload-offset'] ?? range ?? 0) || 0;
}

/** Where in a file of this size a piece of this length may begin: where the call says, else where pieces usually do. */
function startsOf({ headers }: CapturedRequest, length: number, size: number): number[] {
  const regular = Array.from({ length: Math.min(1_000, Math.floor(size / length)) }, (_, index) => index * length);
  return [...new Set([offsetOf(headers), size - length, ...regular])].filter((start) => start + length <= size);
}

function bytesOf({ body }: CapturedRequest): Uint8Array | null {
  if (body.kind === 'bytes') return body.bytes;
  return body.kind === 'text' ? new TextEncoder().encode(body.text) : null;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
