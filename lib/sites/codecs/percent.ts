import { decodeUtf8Leniently } from './utf8.ts';

/**
 * Percent codes read (RFC 3986, 2.1). What is no valid UTF-8 becomes the replacement character and what is no code
 * stays, so that neither hides what stands beside it.
 */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
    decodeUtf8Leniently(Uint8Array.from(run.slice(1).split('%'), (code) => Number.parseInt(code, 16))),
  );
}
