/** Bytes cut into messages, and put together again. */
import { fromBase64, toBase64 } from '../sites/codecs/base64.ts';
import { CHUNK_BYTES } from './reader-protocol.ts';

export function* chunksOf(bytes: Uint8Array): Generator<{ type: 'chunk'; base64: string }> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield { type: 'chunk', base64: toBase64(bytes.subarray(start, start + CHUNK_BYTES)) };
  }
}

export class Gathered {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #filled = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  /** Throws on what is no base64 or more than was announced. */
  add(base64: string): void {
    const piece = fromBase64(base64);
    if (piece === null) throw new Error('chunk is not base64');
    this.bytes.set(piece, this.#filled);
    this.#filled += piece.length;
  }

  get isWhole(): boolean {
    return this.#filled === this.bytes.length;
  }
}
