import { describe, expect, it } from 'vitest';
import { type RequestDetails, toCapturedRequest } from '../../../lib/gate/captured.ts';

const details: RequestDetails = { url: 'https://claude.ai/api/x', method: 'post', type: 'xmlhttprequest', tabId: 1 };
const buffer = (...bytes: number[]) => new Uint8Array(bytes).buffer;

describe('what the gate sees', () => {
  it('of raw bytes in pieces is the whole body', () => {
    const requestBody = { raw: [{ bytes: buffer(1, 2) }, { bytes: buffer(3) }] };
    const { method, body } = toCapturedRequest({ ...details, requestBody });
    expect(method).toBe('POST');
    expect(body).toEqual({ kind: 'bytes', bytes: new Uint8Array([1, 2, 3]) });
  });

  it('of a form are its fields in order, and no bytes of its files', () => {
    const formData = { 'f.req': ['a', 'b'], blob: [buffer(7)], file: [{ name: 'x.pdf' }], 'no sign': [undefined] };
    expect(toCapturedRequest({ ...details, requestBody: { formData } }).body).toEqual({
      kind: 'fields',
      encoding: 'urlencoded',
      fields: [
        { name: 'f.req', value: 'a' },
        { name: 'f.req', value: 'b' },
        { name: 'blob', file: { name: '', type: '', bytes: new Uint8Array([7]) } },
        { name: 'file', file: { name: '', type: '', bytes: null } },
        { name: 'no sign', value: '' },
      ],
    });
  });

  it.each([
    ['a Blob or stream', { requestBody: { error: 'Unknown error.' } }, 'binary'],
    ['more than Firefox shows', { requestBody: { raw: [{ bytes: buffer(1), truncated: true }] } }, 'oversized'],
    ['a file beside bytes', { requestBody: { raw: [{ bytes: buffer(1) }, { file: '/a' }] } }, 'binary'],
    ['PATCH, whose body Chromium hides', { method: 'PATCH' }, 'no_body'],
    ['DELETE likewise', { method: 'DELETE' }, 'no_body'],
  ])('of %s is that it cannot be read', (_, other, reason) => {
    expect(toCapturedRequest({ ...details, ...other }).body).toEqual({ kind: 'unreadable', reason });
  });

  it('of a call without a body is none', () => {
    expect(toCapturedRequest({ ...details, method: 'GET' }).body).toEqual({ kind: 'none' });
    expect(toCapturedRequest({ ...details, requestBody: { raw: [] } }).body).toEqual({
      kind: 'bytes',
      bytes: new Uint8Array(),
    });
  });

  it.each([
    ['main_frame', 'navigation'],
    ['sub_frame', 'navigation'],
    ['websocket', 'websocket'],
    ['ping', 'webrequest'],
  ])('of type %s is a %s', (type, transport) => {
    expect(toCapturedRequest({ ...details, type }).transport).toBe(transport);
  });
});
