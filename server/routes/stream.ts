/** `GET /v1/stream`: server-sent events of what is new (api/stream.ts says which). */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { access } from '../auth/access.ts';
import { may } from '../auth/permissions.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import type { HubEvent } from '../hub.ts';
import { findSession } from '../store/sessions.ts';

/** Keeps proxies from closing a quiet connection, and finds out when the session has ended. */
const HEARTBEAT_MS = 15_000;
/** A reader this far behind is cut off; it connects again and asks anew. */
const MAX_WAITING = 1_000;

export function addStream(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/stream',
    summary: 'What is new, as server-sent events: hello, decision, incident',
    responses: { 200: { description: 'The stream', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
  });
  app.get('/v1/stream', access('stream.read'), (c) => {
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const waiting: HubEvent[] = [{ event: 'hello', data: { serverTime: deps.now() } }];
      let wake = () => {};
      let ended = false;
      const end = () => {
        ended = true;
        wake();
      };
      const { tenant, roles } = c.var.session;
      const wanted = ({ event }: HubEvent) => may(roles, event === 'incident' ? 'incidents.read' : 'decisions.read');
      const unsubscribe = deps.hub.subscribe(
        tenant,
        (events) => {
          waiting.push(...events.filter(wanted));
          if (waiting.length > MAX_WAITING) end();
          wake();
        },
        end,
      );
      stream.onAbort(end);
      try {
        while (!ended) {
          const next = waiting.shift();
          if (next !== undefined) {
            await stream.writeSSE({ event: next.event, data: JSON.stringify(next.data) });
            continue;
          }
          const quiet = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), HEARTBEAT_MS);
            wake = () => {
              clearTimeout(timer);
              resolve(false);
            };
            // Something may have come while the last event was written.
            if (ended || waiting.length > 0) wake();
          });
          if (!quiet) continue;
          if ((await findSession(deps.store, c.var.sessionHash, deps.now())) === null) break;
          await stream.write(': still here\n\n');
        }
      } finally {
        unsubscribe();
      }
    });
  });
}
