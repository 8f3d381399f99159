/**
 * Bodies: our own copy of what a page wants to send, as the guard reads it and as the native call takes it. What is
 * judged is what is sent: a page may change its buffers, or patch whatever a Blob is read with, while we wait.
 */
import { fromBase64, toBase64 } from '../bridge/bytes.ts';
import type { WireBody, WireField } from '../bridge/protocol.ts';
import {
  $Blob,
  $File,
  $FormData,
  $String,
  $URLSearchParams,
  blobSizeOf,
  blobToBuffer,
  blobTypeOf,
  byteLength,
  copyBytes,
  fileNameOf,
  formDataAppend,
  formDataEach,
  hasBrand,
  list,
  own,
  paramsAppend,
  paramsToString,
  sequenceOf,
  whenSettled,
} from './pristine.ts';

/** Larger bodies are shown to the guard as unreadable; the site adapters read no larger ones either. */
export const LARGEST_BODY = 32 * 1024 * 1024;

/** What a native call is given. */
export type Sendable = string | Uint8Array<ArrayBuffer> | URLSearchParams | FormData | Blob | null;

export interface Held {
  /** For the guard. */
  wire: WireBody;
  /** For the native call: exactly the same content. */
  send: Sendable;
  /** Content type the page's own object implied; empty for buffers and no body. */
  type: string;
  /** `send` does not imply `type`: it has to be set as a header unless the page set one. */
  isTypeLost: boolean;
}

/** Null: this cannot be read, refuse. */
export type WhenHeld = (held: Held | null) => void;

const NOTHING: WireBody = { __proto__: null, kind: 'none' } as WireBody;

/**
 * Copy a body. `done` is called before this returns for all but Blobs and files; those need a task or more.
 * Streams and documents are not for this function.
 */
export function hold(data: unknown, done: WhenHeld): void {
  if (data === null || data === undefined) {
    done(held(NOTHING, null, ''));
    return;
  }
  const bytes = copyBytes(data);
  if (bytes) {
    done(held(bytesBody(bytes), bytes, ''));
    return;
  }
  if (hasBrand(blobSizeOf, data)) {
    holdBlob(data, done);
    return;
  }
  if (hasBrand(paramsToString, data)) {
    done(holdParams(paramsToString(data)));
    return;
  }
  if (isFormData(data)) {
    holdForm(data, done);
    return;
  }
  const text = $String(data);
  done(held(textBody(text), text, 'text/plain;charset=UTF-8'));
}

/** A body the guard wrote, for the call that `original` was for. Null when it is none a call can carry. */
export function fromWire(body: WireBody, original: Held): Held | null {
  const kind = own(body, 'kind');
  if (kind === 'none') return held(body, null, '');
  if (kind === 'text') return typeKept(body, own(body, 'text') as string, original);
  if (kind === 'bytes') return typeKept(body, fromBase64(own(body, 'base64') as string), original);
  if (kind !== 'fields') return null;
  const fields = own(body, 'fields') as WireField[];
  return own(body, 'encoding') === 'multipart' ? heldForm(fields) : holdParams(paramsOf(fields));
}

function typeKept(wire: WireBody, send: string | Uint8Array<ArrayBuffer>, { type }: Held): Held {
  return { __proto__: null, wire, send, type, isTypeLost: type !== '' } as Held;
}

function held(wire: WireBody, send: Sendable, type: string): Held {
  return { __proto__: null, wire, send, type, isTypeLost: false } as Held;
}

function textBody(text: string): WireBody {
  return text.length > LARGEST_BODY ? unreadable('oversized') : ({ __proto__: null, kind: 'text', text } as WireBody);
}

export function bytesBody(bytes: Uint8Array): WireBody {
  if (byteLength(bytes) > LARGEST_BODY) return unreadable('oversized');
  return { __proto__: null, kind: 'bytes', base64: toBase64(bytes) } as WireBody;
}

function unreadable(reason: string): WireBody {
  return { __proto__: null, kind: 'unreadable', reason } as WireBody;
}

function holdParams(text: string): Held {
  return held(textBody(text), new $URLSearchParams(text), 'application/x-www-form-urlencoded;charset=UTF-8');
}

/** Sent as bytes afterwards: the background gate sees those, but no Blobs. */
function holdBlob(blob: Blob, done: WhenHeld): void {
  const type = blobTypeOf(blob);
  if (blobSizeOf(blob) > LARGEST_BODY) {
    done(held(unreadable('oversized'), blob, type));
    return;
  }
  readBlob(blob, (bytes) =>
    done(bytes && ({ __proto__: null, wire: bytesBody(bytes), send: bytes, type, isTypeLost: type !== '' } as Held)),
  );
}

function readBlob(blob: Blob, done: (bytes: Uint8Array<ArrayBuffer> | null) => void): void {
  whenSettled(
    blobToBuffer(blob),
    (buffer) => done(copyBytes(buffer)),
    () => done(null),
  );
}

const hasField = FormData.prototype.has;
const { apply } = Reflect;

export function isFormData(data: unknown): data is FormData {
  return hasBrand((form: FormData) => apply(hasField, form, ['']) as boolean, data);
}

function holdForm(form: FormData, done: WhenHeld): void {
  const fields = list<WireField>();
  const files = list<{ field: number; blob: File }>();
  let size = 0;
  formDataEach(form, (value, name) => {
    if (typeof value === 'string') {
      size += value.length;
      fields[fields.length] = { __proto__: null, name, value } as WireField;
    } else {
      size += blobSizeOf(value);
      files[files.length] = { __proto__: null, field: fields.length, blob: value } as never;
      fields[fields.length] = { __proto__: null, name, value: '' } as WireField;
    }
  });
  if (size > LARGEST_BODY) {
    done(held(unreadable('oversized'), copyForm(form), 'multipart/form-data'));
    return;
  }
  const readFrom = (index: number): void => {
    if (index === files.length) {
      done(heldForm(fields));
      return;
    }
    const { field, blob } = files[index]!;
    readBlob(blob, (bytes) => {
      if (bytes === null) return done(null);
      const file = { __proto__: null, name: fileNameOf(blob), type: blobTypeOf(blob), base64: toBase64(bytes) };
      fields[field] = { __proto__: null, name: fields[field]!.name, file } as WireField;
      readFrom(index + 1);
    });
  };
  readFrom(0);
}

/** Files cannot change and fields are copied: what is in it now is what will be sent. */
function copyForm(form: FormData): FormData {
  const copy = new $FormData();
  formDataEach(form, (value, name) => formDataAppend(copy, name, value));
  return copy;
}

function heldForm(fields: WireField[]): Held {
  const form = new $FormData();
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!;
    const name = own(field, 'name') as string;
    const file = own(field, 'file') as { name: string; type: string; base64: string } | undefined;
    if (file === undefined) formDataAppend(form, name, own(field, 'value') as string);
    else {
      const content = sequenceOf<BlobPart>([fromBase64(file.base64)]);
      formDataAppend(
        form,
        name,
        new $File(content, file.name, { __proto__: null, type: file.type } as FilePropertyBag),
      );
    }
  }
  const wire = { __proto__: null, kind: 'fields', encoding: 'multipart', fields } as WireBody;
  return held(wire, form, 'multipart/form-data');
}

function paramsOf(fields: WireField[]): string {
  const params = new $URLSearchParams();
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!;
    paramsAppend(params, own(field, 'name') as string, own(field, 'value') as string);
  }
  return paramsToString(params);
}

/** For calls that know no content type beside a Blob's (beacons). */
export function asBlob({ send, type, isTypeLost }: Held): Sendable {
  if (!isTypeLost || send === null) return send;
  return new $Blob(sequenceOf([send as BlobPart]), { __proto__: null, type } as BlobPropertyBag);
}
