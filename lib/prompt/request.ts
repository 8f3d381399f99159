/** A network call as capture (page) or the gate (background) saw it: what site adapters read and write. */

export type Transport = 'fetch' | 'xhr' | 'websocket' | 'beacon' | 'form' | 'navigation' | 'eventsource' | 'webrequest';

/**
 * A body in one of the shapes the two sides can see.
 * - `text`: a string body, unchanged.
 * - `bytes`: raw bytes of a buffer, view, Blob or stream.
 * - `fields`: FormData or urlencoded fields in order; a file field carries its bytes, or null where the browser hides them.
 * - `none`: there is no body.
 * - `unreadable`: there is a body but this side cannot see it (Blob at the gate, PATCH in Chromium, ...).
 */
export type RequestBody =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'fields'; encoding: 'multipart' | 'urlencoded'; fields: FormField[] }
  | { kind: 'unreadable'; reason: string };

export type FormField =
  | { name: string; value: string }
  | { name: string; file: { name: string; type: string; bytes: Uint8Array | null } };

export interface CapturedRequest {
  transport: Transport;
  /** Absolute URL. For a socket frame: the socket's URL. */
  url: string;
  /** Upper case; `GET` for sockets. */
  method: string;
  /** Lower-case header names where the side can see them (`content-type`, `content-encoding`, ...). */
  headers: Record<string, string>;
  body: RequestBody;
}

/** Chromium's gate is shown the bodies of these; of PATCH, DELETE and any other it does not even learn that there is one. */
const SHOWN_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

/** `method` as sent: the browser leaves the case of unusual ones alone. */
export function hidesBody(method: string): boolean {
  return !SHOWN_METHODS.has(method.toUpperCase());
}
