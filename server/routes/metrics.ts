/** `GET /metrics`: for a collector that shows its token. On a port of its own, see metrics-server.ts. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { access } from '../auth/access.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

export function addMetrics(app: OpenAPIHono<AppEnv>, { metrics }: AppDeps): void {
  app.get('/metrics', access('scrape'), async (c) => {
    const { type, text } = await metrics.read();
    return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-store' });
  });
}
