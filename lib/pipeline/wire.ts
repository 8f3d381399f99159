/** Between the bridge's JSON and what site adapters read. */
import { fromBase64, toBase64 } from '../bridge/bytes.ts';
import type { AskMessage, WireBody } from '../bridge/protocol.ts';
import type { CapturedRequest, FormField, RequestBody } from '../prompt/request.ts';

export function toCapturedRequest({ transport, url, method, headers, body }: AskMessage): CapturedRequest {
  return { transport, url, method, headers, body: toRequestBody(body) };
}

function toRequestBody(body: WireBody): RequestBody {
  switch (body.kind) {
    case 'bytes':
      return { kind: 'bytes', bytes: fromBase64(body.base64) };
    case 'fields':
      return {
        ...body,
        fields: body.fields.map(
          (field): FormField =>
            'file' in field
              ? {
                  name: field.name,
                  file: { name: field.file.name, type: field.file.type, bytes: fromBase64(field.file.base64) },
                }
              : field,
        ),
      };
    default:
      return body;
  }
}

/** Throws when a file's bytes are missing: a body that cannot be written whole must not be written at all. */
export function toWireBody(body: RequestBody): WireBody {
  switch (body.kind) {
    case 'bytes':
      return { kind: 'bytes', base64: toBase64(body.bytes) };
    case 'fields':
      return {
        ...body,
        fields: body.fields.map((field) => {
          if (!('file' in field)) return field;
          if (field.file.bytes === null) throw new Error('file without bytes');
          return {
            name: field.name,
            file: { name: field.file.name, type: field.file.type, base64: toBase64(field.file.bytes) },
          };
        }),
      };
    default:
      return body;
  }
}
