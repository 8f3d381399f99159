/** Reads a stream to its end. */
import {
  $Uint8Array,
  byteLength,
  cancelReader,
  copyBytes,
  list,
  readChunk,
  setBytes,
  streamReader,
  whenSettled,
} from './pristine.ts';

export type Unread = 'oversized' | 'unreadable_body';

/** `done` gets all bytes, or why not: the stream fails, holds anything but bytes, or is longer than `limit`. */
export function readAll(
  stream: ReadableStream<unknown>,
  limit: number,
  done: (read: Uint8Array<ArrayBuffer> | Unread) => void,
): void {
  const chunks = list<Uint8Array>();
  let size = 0;
  const reader = streamReader(stream);
  const give = () => {
    const whole = new $Uint8Array(size);
    let at = 0;
    for (let index = 0; index < chunks.length; index++) {
      setBytes(whole, chunks[index]!, at);
      at += byteLength(chunks[index]!);
    }
    done(whole);
  };
  const stop = (reason: Unread) => {
    whenSettled(
      cancelReader(reader),
      () => undefined,
      () => undefined,
    );
    done(reason);
  };
  const next = () =>
    whenSettled(
      readChunk(reader),
      (result) => {
        if (result.done) return give();
        const bytes = copyBytes(result.value);
        if (bytes === null) return stop('unreadable_body');
        size += byteLength(bytes);
        if (size > limit) return stop('oversized');
        chunks[chunks.length] = bytes;
        next();
      },
      () => done('unreadable_body'),
    );
  next();
}
