/** The gate's view of a request: `webRequest` details turned into what site adapters read. */
import { type FormField, hidesBody, type RequestBody } from '../prompt/request.ts';
import { concatBytes } from '../sites/codecs/bytes.ts';

/** The part of `webRequest.onBeforeRequest` details that both browsers share. */
export interface RequestDetails {
  url: string;
  method: string;
  type: string;
  tabId: number;
  /** Chromium: origin of the frame or worker that asked. */
  initiator?: string | undefined;
  /** Firefox: URL of the document that asked. */
  documentUrl?: string | undefined;
  originUrl?: string | undefined;
  /** Firefox: the frames around the one that asks, innermost first. */
  frameAncestors?: { url: string; frameId: number }[] | undefined;
  /** The same through all redirects of one request. */
  requestId?: string | undefined;
  /** Chromium's name of the document that asks. */
  documentId?: string | undefined;
  frameId?: number | undefined;
  parentFrameId?: number | undefined;
  requestBody?:
    | {
        error?: string | undefined;
        formData?: Record<string, unknown> | undefined;
        raw?:
          | { bytes?: ArrayBuffer | undefined; file?: string | undefined; truncated?: boolean | undefined }[]
          | undefined;
      }
    | null
    | undefined;
}

export function toCapturedRequest(details: RequestDetails) {
  return {
    transport:
      details.type === 'websocket' ? 'websocket' : details.type.endsWith('_frame') ? 'navigation' : 'webrequest',
    url: details.url,
    method: details.method.toUpperCase(),
    headers: {},
    body: toBody(details),
  } as const;
}

function toBody({ method, requestBody }: RequestDetails): RequestBody {
  if (!requestBody) {
    return hidesBody(method) ? { kind: 'unreadable', reason: 'no_body' } : { kind: 'none' };
  }
  if (requestBody.error) return { kind: 'unreadable', reason: 'binary' };
  if (requestBody.formData) return { kind: 'fields', encoding: 'urlencoded', fields: toFields(requestBody.formData) };
  const chunks = requestBody.raw ?? [];
  // Firefox shows the first 16 MiB (measured) and says so.
  if (chunks.some(({ truncated }) => truncated)) return { kind: 'unreadable', reason: 'oversized' };
  if (chunks.some((chunk) => chunk.bytes === undefined)) return { kind: 'unreadable', reason: 'binary' };
  return { kind: 'bytes', bytes: concatBytes(chunks.map((chunk) => new Uint8Array(chunk.bytes!))) };
}

/** Chromium gives arrays of strings (or of buffers for binary values), Firefox file names for file fields. */
function toFields(formData: Record<string, unknown>): FormField[] {
  return Object.entries(formData).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value): FormField => {
      if (typeof value === 'string') return { name, value };
      // Firefox, for a field without `=`.
      if (value === null || value === undefined) return { name, value: '' };
      if (value instanceof ArrayBuffer) return { name, file: { name: '', type: '', bytes: new Uint8Array(value) } };
      return { name, file: { name: '', type: '', bytes: null } };
    }),
  );
}
