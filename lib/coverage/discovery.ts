/**
 * Finds AI sites that nobody listed, by what they do: a call that carries a sentence is answered with a stream of small
 * pieces. Sockets are invisible to this. Pure: fed with what the browser tells of each call, keeps no content.
 */
import type { GovernedApps } from '../sites/governed-apps.ts';
import { holdsSentence, isSentence, LOOK_AT } from './natural-language.ts';

/** The part of `webRequest` details of both events that is looked at. */
export interface SeenCall {
  requestId: string;
  url: string;
  method: string;
  initiator?: string | undefined;
  documentUrl?: string | undefined;
  requestBody?:
    | {
        formData?: Record<string, unknown> | undefined;
        raw?: { bytes?: ArrayBuffer | undefined }[] | undefined;
      }
    | null
    | undefined;
}

export interface SeenAnswer {
  requestId: string;
  statusCode: number;
  responseHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/** Calls that wait for their answer; an answer that never comes must not fill memory. */
const MAX_WAITING = 200;
/** Larger bodies are files; the prefix of a text body is all that is read. */
const MAX_BYTES = 1_000_000;

/** Content types that are made for streams of pieces. */
const STREAM =
  /^(?:text\/event-stream|application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines|json-seq|stream\+json|connect\+(?:json|proto))|text\/x-ndjson)\b/i;
/** What servers add to an answer of any type that must not be kept together on its way. */
const STREAM_MARKS = new Set(['x-vercel-ai-data-stream', 'x-vercel-ai-ui-message-stream']);

export class Discovery {
  /** Host names by request id. */
  readonly #waiting = new Map<string, string>();
  readonly #decoder = new TextDecoder();

  /** A call is about to leave. */
  called(call: SeenCall, apps: GovernedApps): void {
    if (call.method !== 'POST' && call.method !== 'PUT') return;
    const page = call.initiator ?? call.documentUrl ?? '';
    if (apps.forUrl(call.url) !== null || apps.forUrl(page) !== null) return;
    // Extensions and browser pages talk to their own servers.
    if (page !== '' && page !== 'null' && !/^https?:/.test(page)) return;
    if (!this.#holdsSentence(call)) return;
    const host = siteOf(call.url, page);
    if (host === null) return;
    if (this.#waiting.size >= MAX_WAITING) this.#waiting.delete(this.#waiting.keys().next().value!);
    this.#waiting.set(call.requestId, host);
  }

  /** Its answer begins: the site's host name, when the answer is such a stream. */
  answered({ requestId, statusCode, responseHeaders = [] }: SeenAnswer): string | null {
    const host = this.#waiting.get(requestId);
    if (host === undefined) return null;
    this.#waiting.delete(requestId);
    return statusCode >= 200 && statusCode < 300 && isStream(responseHeaders) ? host : null;
  }

  #holdsSentence({ requestBody }: SeenCall): boolean {
    const { formData, raw } = requestBody ?? {};
    if (formData)
      return Object.values(formData)
        .flat()
        .some((value) => typeof value === 'string' && holdsField(value));
    const bytes = raw?.[0]?.bytes;
    if (bytes === undefined || bytes.byteLength > MAX_BYTES) return false;
    const prefix = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, LOOK_AT));
    return !isBinary(prefix) && holdsSentence(this.#decoder.decode(prefix));
  }
}

/** The page that called where it belongs with the address it called, else that address. Null for this machine's own. */
function siteOf(url: string, page: string): string | null {
  if (!URL.canParse(url)) return null;
  const called = new URL(url).hostname;
  if (!/\.[a-z][a-z0-9-]*$/.test(called) || called.endsWith('.localhost')) return null;
  const calling = URL.canParse(page) ? new URL(page).hostname : '';
  return belongTogether(called, calling) ? calling : called;
}

/**
 * Whether two host names look like one site's: they end in the same two labels, or three where the second may be a part
 * of the suffix (`co.uk`). The list that knows for sure is a sixth of this worker's size; the endpoint has it.
 */
function belongTogether(left: string, right: string): boolean {
  const end = (host: string) => {
    const labels = host.split('.');
    return labels.slice((labels.at(-2) ?? '').length <= 3 ? -3 : -2).join('.');
  };
  return right.includes('.') && end(left) === end(right);
}

/** Control characters at the start: protobuf, archives, pictures, sound. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).some((byte) => byte < 9);
}

function holdsField(value: string): boolean {
  return isSentence(value) || holdsSentence(value);
}

function isStream(headers: NonNullable<SeenAnswer['responseHeaders']>): boolean {
  const value = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
  const type = value('content-type');
  if (STREAM.test(type) || headers.some(({ name }) => STREAM_MARKS.has(name.toLowerCase()))) return true;
  // JSON or text in pieces: only where the server asks everybody on the way not to collect it.
  return /^(?:application\/json|text\/plain)\b/i.test(type) && value('x-accel-buffering').toLowerCase() === 'no';
}
