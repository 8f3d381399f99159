/**
 * Files a person has just chosen, dropped or pasted, before the page hears of them: read and written like the body of a
 * call, so that they are judged by the same code.
 */
import type { Prompt, PromptPart, Unreadable } from '../prompt/prompt.ts';
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { decodeUtf8, encodeUtf8, hasControls } from '../sites/codecs/utf8.ts';

export interface PickedFile {
  name: string;
  mediaType: string;
  /** Null for a file that is too large to be read. */
  bytes: Uint8Array | null;
}

export type PickChannel = 'file' | 'drop' | 'paste';

/** The call that stands for a pick. `url`: the page's own address. */
export function pickRequest(url: string, files: readonly PickedFile[]): CapturedRequest {
  const fields = files.map(({ name, mediaType, bytes }, index) => ({
    name: String(index),
    file: { name, type: mediaType, bytes },
  }));
  return {
    transport: 'form',
    url,
    method: 'POST',
    headers: {},
    body: { kind: 'fields', encoding: 'multipart', fields },
  };
}

/** `site` as the adapter of a pick: what was found in the files is decided and recorded as the site's. */
export function pickAdapter(site: SiteAdapter, channel: PickChannel): SiteAdapter {
  return {
    ...site,
    callKind: () => 'upload',
    read: async ({ url, body }) => readPick(site.id, new URL(url).hostname, channel, body),
    write: async ({ body }, replacements) => writePick(body, replacements),
  };
}

/** The files of a pick after `write`, in order. */
export function filesOf(body: RequestBody): PickedFile[] {
  if (body.kind !== 'fields') return [];
  return body.fields.flatMap((field) =>
    'file' in field ? [{ name: field.file.name, mediaType: field.file.type, bytes: field.file.bytes }] : [],
  );
}

function readPick(app: string, host: string, channel: PickChannel, body: RequestBody): Prompt {
  const parts: PromptPart[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, { name, mediaType, bytes }] of filesOf(body).entries()) {
    const described = { role: 'user', kind: 'attachment', name, mediaType } as const;
    if (name !== '') parts.push({ id: `${index}.name`, ...described, text: name });
    const text = bytes && textOf(bytes);
    if (bytes === null) unreadable.push({ id: String(index), reason: 'oversized', fileId: String(index), place: name });
    else if (text === null) unreadable.push({ id: String(index), reason: 'binary', file: { name, mediaType, bytes } });
    else if (text !== '') parts.push({ id: String(index), ...described, text });
  }
  return { app, host, channel, shape: 'known', conversation: null, parts, unreadable };
}

/** As site adapters read text files. */
function textOf(bytes: Uint8Array): string | null {
  const text = decodeUtf8(bytes);
  return text === null || hasControls(text) ? null : text;
}

function writePick(body: RequestBody, replacements: ReadonlyMap<string, string | Uint8Array>): RequestBody | null {
  if (body.kind !== 'fields') return null;
  const fields = body.fields.map((field) => {
    if (!('file' in field)) return field;
    const name = replacements.get(`${field.name}.name`);
    const content = replacements.get(field.name);
    const bytes = typeof content === 'string' ? encodeUtf8(content) : (content ?? field.file.bytes);
    return { ...field, file: { ...field.file, name: typeof name === 'string' ? name : field.file.name, bytes } };
  });
  return { ...body, fields };
}
