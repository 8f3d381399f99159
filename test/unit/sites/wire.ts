/** How the table of calls is written: one entry per call that carries what a person wrote. */
import type { CapturedRequest, FormField } from '../../../lib/prompt/request.ts';
import type { CallKind, Channel, SiteAdapter } from '../../../lib/sites/adapter.ts';
import { post } from './requests.ts';

export interface Wire {
  name: string;
  site: SiteAdapter;
  kind: CallKind;
  channel: Channel;
  /** How often the app writes the text into one body; default once. */
  copies?: number;
  /** The call with this text as what the person wrote. */
  make(text: string): CapturedRequest;
}

export const PROTO = { 'content-type': 'application/proto' };
export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
export const PACKED = { 'content-encoding': 'gzip' };

export const prompts = (site: SiteAdapter, calls: Record<string, Wire['make']>): Wire[] =>
  Object.entries(calls).map(([name, make]) => ({ name, site, kind: 'prompt', channel: 'typed', make }));
export const drafts = (site: SiteAdapter, calls: Record<string, Wire['make']>): Wire[] =>
  Object.entries(calls).map(([name, make]) => ({ name, site, kind: 'draft', channel: 'draft', make }));
export const uploads = (site: SiteAdapter, calls: Record<string, Wire['make']>): Wire[] =>
  Object.entries(calls).map(([name, make]) => ({ name, site, kind: 'upload', channel: 'file', make }));

export function fileForm(text: string): CapturedRequest['body'] {
  const file = { name: 'notes.txt', type: 'text/plain', bytes: new TextEncoder().encode(text) };
  const fields: FormField[] = [
    { name: 'orientation', value: 'portrait' },
    { name: 'file', file },
  ];
  return { kind: 'fields', encoding: 'multipart', fields };
}

/** A frame of a socket. */
export function frame(url: string, body: string | Uint8Array): CapturedRequest {
  return { ...post(url, body), transport: 'websocket', method: 'GET' };
}
