/** Metrics on a port of their own, so that a firewall can tell it from the endpoint's. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** @param token Null: whoever reaches the port may read, which the settings allow on loopback only. */
export function createMetricsServer(metrics: Metrics, token: string | null): Server {
  const server = createServer(async (request, response) => {
    const answer = (status: number, type: string, text: string) =>
      response
        .writeHead(status, {
          'content-type': type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        })
        .end(text);
    const given = /^Bearer (\S{1,512})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return answer(404, 'text/plain', '');
    if (token !== null && !timingSafeEqual(digest(given), digest(token))) return answer(401, 'text/plain', '');
    try {
      const { type, text } = await metrics.read();
      return answer(200, type, text);
    } catch {
      return answer(500, 'text/plain', '');
    }
  });
  server.requestTimeout = 10_000;
  return server;
}
