/** Reads calls that no app file knows: every string in them counts, and what is no text is told. */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { SiteAdapter } from './adapter.ts';
import { type CallShape, UNKNOWN_SHAPE } from './call-shape.ts';
import { isDocument } from './codecs/file-signature.ts';
import { readOrRefuse, writeOrRefuse } from './define-site.ts';

/**
 * All strings of any request: JSON (also inside strings), forms, multipart, protobuf, plain text, and the URL's query.
 * One part per distinct text, role `user`, shape `unknown`. Null when there is nothing to read. Never throws.
 */
export function readAny(site: Pick<SiteAdapter, 'id'>, request: CapturedRequest): Promise<Prompt | null> {
  return readOrRefuse(site.id, request, { shape: UNKNOWN_SHAPE, conversation: null });
}

const UPLOAD: CallShape = { ...UNKNOWN_SHAPE, kind: 'upload', channel: 'file' };

/**
 * The adapter for a call that nobody knows and that carries a document: an upload, whatever its address. Null for every
 * other call. Pictures do not count: pages send drawings and screen shots of their own.
 */
export function unknownUpload(site: SiteAdapter, { body }: CapturedRequest): SiteAdapter | null {
  const isWhole = body.kind === 'bytes' && isDocument(body.bytes);
  const isInForm = body.kind === 'fields' && body.fields.some((field) => 'file' in field && isFile(field.file.bytes));
  if (!isWhole && !isInForm) return null;
  const shape = isWhole ? { ...UPLOAD, file: true } : UPLOAD;
  return {
    ...site,
    callKind: () => 'upload',
    read: (request) => readOrRefuse(site.id, request, { shape, conversation: null }),
    write: (request, replacements) => writeOrRefuse(request, shape, replacements),
  };
}

function isFile(bytes: Uint8Array | null): boolean {
  return bytes !== null && isDocument(bytes);
}
