import { describe, expect, it } from 'vitest';
import { blockedCalls } from '../../../lib/coverage/blocked-calls.ts';
import { sitesSchema } from '../../../lib/policy/schema.ts';

const blocks = (host: string, path: string | undefined, url: string) =>
  blockedCalls(sitesSchema.parse({ blocked: [{ host, ...(path !== undefined && { path }) }] }).blocked).some((source) =>
    new RegExp(source).test(url),
  );

describe('blocked calls', () => {
  it.each([
    ['chatgpt.com', '/backend-api/connectors/**', 'https://chatgpt.com/backend-api/connectors/files?x=1'],
    ['chatgpt.com', '/backend-api/connectors/**', 'https://chatgpt.com:8443/backend-api/connectors'],
    ['chatgpt.com', '/realtime', 'wss://chatgpt.com/realtime/?a=b'],
    ['*.chatgpt.com', undefined, 'https://webrtc.chatgpt.com/'],
    ['*.chatgpt.com', undefined, 'https://chatgpt.com/x'],
    ['ai.example', undefined, 'https://ai.example./'],
  ])('%s %s blocks %s', (host, path, url) => expect(blocks(host, path, url)).toBe(true));

  it.each([
    ['chatgpt.com', '/backend-api/connectors/**', 'https://chatgpt.com/backend-api/connectorsx'],
    ['chatgpt.com', '/realtime', 'https://chatgpt.com/x?next=https://chatgpt.com/realtime'],
    ['chatgpt.com', undefined, 'https://webrtc.chatgpt.com/'],
    ['you.com', undefined, 'https://thank-you.com/'],
    ['*.you.com', undefined, 'https://thank-you.com/'],
    ['*.you.com', undefined, 'https://example.com/a.you.com/'],
    ['a.example', undefined, 'https://aXexample/'],
  ])('[B32] %s %s does not block %s', (host, path, url) => expect(blocks(host, path, url)).toBe(false));

  it.each([
    { host: '*' },
    { host: '*.com' },
    { host: 'a.example', path: 'x' },
    { host: 'a.example', path: '/(a+)+x*' },
  ])('%j is refused', (call) => expect(sitesSchema.safeParse({ blocked: [call] }).success).toBe(false));
});
