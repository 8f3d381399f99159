/** What one reading may spend, shared by a file and everything inside it. Crossing a limit stops the reading, it never throws. */
import type { DocumentLimits, ReadOptions } from './document.ts';

export const DOCUMENT_LIMITS: DocumentLimits = {
  fileBytes: 100_000_000,
  unpackedBytes: 250_000_000,
  members: 10_000,
  textLength: 50_000_000,
  pages: 2_000,
};

/** Units of work (bytes unpacked, characters read) between two breaths: some ten milliseconds. */
const BREATH = 500_000;

export class Work {
  readonly limits: DocumentLimits;
  /** True when a limit was crossed or the caller gave up: what was read so far is not the whole file. */
  stopped = false;
  readonly #options: ReadOptions;
  #unpacked = 0;
  #members = 0;
  #textLength = 0;
  #sinceBreath = 0;
  #progress = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.limits = { ...DOCUMENT_LIMITS, ...options.limits };
    if (options.signal?.aborted) this.stopped = true;
  }

  get pdf(): ReadOptions['pdf'] {
    return this.#options.pdf;
  }

  /** Calls back when the caller gives up while somebody else works (pdf.js). The result takes the call back. */
  onAbort(callback: () => void): () => void {
    const { signal } = this.#options;
    const listener = () => {
      this.stopped = true;
      callback();
    };
    signal?.addEventListener('abort', listener, { once: true });
    return () => signal?.removeEventListener('abort', listener);
  }

  /** Bytes that may still come out of compressed data. */
  get unpackable(): number {
    return this.limits.unpackedBytes - this.#unpacked;
  }

  unpacked(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.limits.unpackedBytes) this.stopped = true;
  }

  member(): void {
    this.#members += 1;
    if (this.#members > this.limits.members) this.stopped = true;
  }

  text(length: number): void {
    this.#textLength += length;
    if (this.#textLength > this.limits.textLength) this.stopped = true;
  }

  /** Reports the share done; a lower one than before is left out. */
  progress(done: number): void {
    if (done <= this.#progress || done > 1) return;
    this.#progress = done;
    this.#options.onProgress?.(done);
  }

  /** Counts work done. True when it is time to `breathe`, so that loops do not await in every round. */
  spend(units: number): boolean {
    this.#sinceBreath += units;
    return this.#sinceBreath >= BREATH;
  }

  /** Lets the page or worker do something else. A message channel, because timers are slowed down in hidden pages. */
  async breathe(): Promise<void> {
    this.#sinceBreath = 0;
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
    if (this.#options.signal?.aborted) this.stopped = true;
  }
}
