/** Reads calls that no app file knows: every string in them counts, and what is no text is told. */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { SiteAdapter } from './adapter.ts';
import { UNKNOWN_SHAPE } from './call-shape.ts';
import { readOrRefuse } from './define-site.ts';

/**
 * All strings of any request: JSON (also inside strings), forms, multipart, protobuf, plain text, and the URL's query.
 * One part per distinct text, role `user`, shape `unknown`. Null when there is nothing to read. Never throws.
 */
export function readAny(site: Pick<SiteAdapter, 'id'>, request: CapturedRequest): Promise<Prompt | null> {
  return readOrRefuse(site.id, request, { shape: UNKNOWN_SHAPE, conversation: null });
}
