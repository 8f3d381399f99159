/**
 * The practice AI site: a small, honest chat app to try Sluice on without an account anywhere. It answers by showing
 * what reached it, and keeps a log of every body it received. It is ours and says so on the page.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { build } from 'vite';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, '.output/practice');
const MAX_BODY_CHARS = 4_000_000;

/** Browsers resolve every name under `localhost` to this machine. */
export const PRACTICE_HOST = 'practice.localhost';

const chatBody = z.object({
  conversation: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
});

export interface PracticeSite {
  url: string;
  /** File with one JSON line per request body received: `{ path, body }`. */
  log: string;
  /** Everything received so far, as text. */
  received(): string;
  close(): Promise<void>;
}

/** Start on loopback. Port 0 takes a free one. The page is built on first use. */
export async function startPracticeSite({ port = 0, log }: { port?: number; log: string }): Promise<PracticeSite> {
  await buildPage();
  mkdirSync(dirname(log), { recursive: true });
  rmSync(log, { force: true });
  const app = practiceApp((path, body) => appendFileSync(log, `${JSON.stringify({ path, body })}\n`));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({
        url: `http://${PRACTICE_HOST}:${address.port}/`,
        log,
        received: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
        close: () => new Promise((done) => server.close(() => done())),
      }),
    );
    server.once('error', reject);
  });
}

function practiceApp(onReceived: (path: string, body: string) => void): Hono {
  const app = new Hono();
  app.post('/api/*', async (context) => {
    const body = await context.req.text();
    onReceived(context.req.path, body.slice(0, MAX_BODY_CHARS));
    if (context.req.path === '/api/draft') return context.body(null, 204);
    if (context.req.path !== '/api/chat') return context.json({ error: 'There is nothing at this address.' }, 404);
    const parsed = chatBody.safeParse(parseJson(body));
    if (!parsed.success) return context.json({ error: 'This is not a chat message.' }, 400);
    const prompt = parsed.data.messages.at(-1)!.content;
    return streamSSE(context, async (stream) => {
      for (const piece of answerTo(prompt)) {
        await stream.writeSSE({ data: JSON.stringify({ delta: piece }) });
        await stream.sleep(15);
      }
      await stream.writeSSE({ data: '[DONE]' });
    });
  });
  app.use('*', serveStatic({ root: BUILT }));
  return app;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** No intelligence here: the useful thing to show is what arrived. */
function answerTo(prompt: string): string[] {
  const words = prompt.split(/\s+/).filter(Boolean).length;
  const answer = `This is the practice site. Your message reached its server with ${words} words, exactly like this:\n\n${prompt}`;
  return answer.match(/[\s\S]{1,12}/gu) ?? [];
}

async function buildPage(): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: BUILT, emptyOutDir: true },
  });
}
