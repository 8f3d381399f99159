import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ingestResponse } from '../../../lib/sync/api.ts';
import { createNet, endpointUrl, parseAnswer } from '../../../lib/sync/net.ts';

let server: Server | null = null;
const net = createNet({ fetch: globalThis.fetch, timeoutSignal: (ms) => AbortSignal.timeout(ms) });

async function serve(handler: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(handler);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

describe('createNet', () => {
  it('carries method, headers and bytes, and brings back status, header and text', async () => {
    const url = await serve(async (request, response) => {
      let size = 0;
      for await (const chunk of request) size += chunk.length;
      response.writeHead(418, { 'retry-after': '7' });
      response.end(`${request.method} ${request.headers.authorization} ${size} ${request.headers.cookie}`);
    });
    const body = new Uint8Array([0, 255, 10]);
    const result = await net({ method: 'POST', url, headers: { authorization: 'Bearer x' }, body, timeoutMs: 5000 });
    expect(result).toMatchObject({ ok: true, status: 418, text: 'POST Bearer x 3 undefined' });
    expect(result.ok && result.header('Retry-After')).toBe('7');
  });

  it('says time-out when no answer comes', async () => {
    const url = await serve(() => {});
    expect(await net({ method: 'GET', url, timeoutMs: 30 })).toEqual({ ok: false, code: 'timeout' });
  });

  it('follows no redirect', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect(await net({ method: 'GET', url, timeoutMs: 5000 })).toEqual({ ok: false, code: 'unreachable' });
  });

  it('does not read an answer without end', async () => {
    const url = await serve((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_048_576)));
      };
      response.on('drain', pour);
      pour();
    });
    expect(await net({ method: 'GET', url, timeoutMs: 20_000 })).toEqual({ ok: false, code: 'too_large' });
  });

  it('says unreachable when nobody listens', async () => {
    const url = await serve(() => {});
    server!.close();
    server!.closeAllConnections();
    expect(await net({ method: 'GET', url, timeoutMs: 5000 })).toEqual({ ok: false, code: 'unreachable' });
  });
});

describe('endpointUrl', () => {
  it.each([
    ['https://sluice.example', 'https://sluice.example/v1/x'],
    ['https://sluice.example/base/', 'https://sluice.example/base/v1/x'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v1/x'],
    ['http://[::1]:8080', 'http://[::1]:8080/v1/x'],
    ['http://localhost:1', 'http://localhost:1/v1/x'],
    ['http://sluice.example', null],
    ['http://127.0.0.1.evil.example', null],
    ['https://user:secret@sluice.example', null],
    ['ftp://sluice.example', null],
    ['javascript:alert(1)', null],
    ['sluice.example', null],
    ['https://sluice.example?next=', 'https://sluice.example/v1/x'],
  ])('%s', (endpoint, url) => {
    expect(endpointUrl(endpoint, '/v1/x')).toBe(url);
  });
});

describe('parseAnswer', () => {
  it('refuses what is no JSON and what has a field too many', () => {
    const good = { accepted: 0, duplicates: 0, rejected: [], receipt: null, serverTime: 1 };
    expect(parseAnswer(ingestResponse, JSON.stringify(good))).toEqual(good);
    expect(parseAnswer(ingestResponse, JSON.stringify({ ...good, more: 1 }))).toBeNull();
    expect(parseAnswer(ingestResponse, '<html>')).toBeNull();
  });
});
