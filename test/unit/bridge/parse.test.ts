import { describe, expect, it } from 'vitest';
import { parseHookMessage } from '../../../lib/bridge/parse.ts';

const ASK = {
  type: 'ask',
  id: 7,
  transport: 'fetch',
  url: 'https://chatgpt.com/backend-api/conversation',
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: { kind: 'text', text: '{}' },
};

const fieldOf = (field: unknown) => ({
  ...ASK,
  body: { kind: 'fields', encoding: 'multipart', fields: [field] },
});
const accepted = (message: unknown) => parseHookMessage(JSON.stringify(message));

describe('parseHookMessage', () => {
  it.each([
    ['text', { kind: 'text', text: '' }],
    ['bytes', { kind: 'bytes', base64: 'AA==' }],
    ['nothing', { kind: 'none' }],
    ['something unreadable', { kind: 'unreadable', reason: 'oversized' }],
    [
      'fields',
      {
        kind: 'fields',
        encoding: 'multipart',
        fields: [
          { name: 'a', value: 'b' },
          { name: 'f', file: { name: 'x', type: '', base64: '' } },
        ],
      },
    ],
  ])('accepts a question with %s', (_, body) => {
    expect(accepted({ ...ASK, body })).toEqual({ ...ASK, body });
  });

  it('accepts socket addresses and a hello', () => {
    expect(accepted({ ...ASK, transport: 'websocket', url: 'wss://claude.ai/ws' })).not.toBeNull();
    expect(accepted({ type: 'reopened' })).toEqual({ type: 'reopened' });
    expect(accepted({ type: 'hello', transports: ['fetch'] })).toEqual({ type: 'hello', transports: ['fetch'] });
  });

  it.each<[string, unknown]>([
    ['another type', { ...ASK, type: 'verdict' }],
    ['an unknown transport', { ...ASK, transport: 'webtransport' }],
    ['a field too many', { ...ASK, verdict: 'pass' }],
    ['a relative address', { ...ASK, url: '/x' }],
    ['a negative id', { ...ASK, id: -1 }],
    ['a broken id', { ...ASK, id: 1.5 }],
    ['an empty method', { ...ASK, method: '' }],
    ['a body of an unknown kind', { ...ASK, body: { kind: 'stream' } }],
    ['a body that says more than its kind', { ...ASK, body: { kind: 'none', text: 'x' } }],
    ['headers that are no strings', { ...ASK, headers: { a: 1 } }],
    ['headers in a list', { ...ASK, headers: ['a'] }],
    ['no headers', { ...ASK, headers: undefined }],
    ['an id that is no number', { ...ASK, id: '7' }],
    ['an id beyond all numbers', { ...ASK, id: 2 ** 60 }],
    ['a body that is none', { ...ASK, body: null }],
    ['a body of bytes without bytes', { ...ASK, body: { kind: 'bytes' } }],
    ['fields in no encoding', { ...ASK, body: { kind: 'fields', encoding: 'plain', fields: [] } }],
    ['fields that are no list', { ...ASK, body: { kind: 'fields', encoding: 'multipart', fields: { length: 0 } } }],
    ['a field that is text and file', fieldOf({ name: 'a', value: '', file: { name: '', type: '', base64: '' } })],
    ['a field without a name', fieldOf({ value: 'b' })],
    ['a field of a number', fieldOf({ name: 'a', value: 1 })],
    ['a file without content', fieldOf({ name: 'a', file: { name: 'x', type: '' } })],
    ['a file that says too much', fieldOf({ name: 'a', file: { name: 'x', type: '', base64: '', path: '/' } })],
    ['a hello of numbers', { type: 'hello', transports: [1] }],
    ['a withdrawal of everything', { type: 'withdraw' }],
    ['a reopening with a reason', { type: 'reopened', why: '' }],
    ['a list', [ASK]],
    ['a text', 'ask'],
    ['null', null],
  ])('refuses %s', (_, message) => {
    expect(accepted(message)).toBeNull();
  });

  it('refuses what is no JSON', () => {
    expect(parseHookMessage('{"type":')).toBeNull();
  });
});
