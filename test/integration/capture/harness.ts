/** A real browser, a page whose first script installs the hooks, and a server that notes every byte it gets. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { WebSocketServer } from 'ws';
import { launchHeadless } from '../headless.ts';

export interface Arrival {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface Bench {
  origin: string;
  arrivals: Arrival[];
  /** Frames of every socket, in order: text as string, binary as Buffer. */
  frames: (string | Buffer)[];
  /** Open a fresh page; `html` goes after the hooks' script. */
  open(html?: string, options?: { guard?: 'late' | 'deaf' | 'none'; before?: string }): Promise<Page>;
  /**
   * Open a fresh page as the extension would have it: the hook in the page's world, the guard (guard-entry.ts) in an
   * isolated one, both before any script of the page.
   */
  openWorlds(html: string, first?: 'hook' | 'guard'): Promise<Page>;
  /** Forget what arrived. */
  reset(): void;
  close(): Promise<void>;
}

/** Bundle one file of this folder into a classic script. */
export async function bundle(entry: string, minify = false): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify,
      target: 'esnext',
      rolldownOptions: { input: join(import.meta.dirname, entry), output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    for (const file of output.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error(`${entry}: nothing was built`);
}

const bundled = new Map<string, Promise<string>>();

function bundleOnce(entry: string): Promise<string> {
  const known = bundled.get(entry) ?? bundle(entry);
  bundled.set(entry, known);
  return known;
}

export async function startBench(entry = 'page-entry.ts'): Promise<Bench> {
  const script = await bundleOnce(entry);
  const arrivals: Arrival[] = [];
  const frames: (string | Buffer)[] = [];
  let page = '';
  const server = createServer(async (request, response) => {
    if (request.url === '/page') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
      return;
    }
    if (request.url === '/hook.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
      return;
    }
    arrivals.push(await arrivalOf(request));
    if (request.url?.startsWith('/events')) {
      response.setHeader('content-type', 'text/event-stream');
      response.write('data: plain\n\nevent: named\nid: 7\ndata: second\n\n');
      return;
    }
    response.setHeader('content-type', 'text/plain').end('answer');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) =>
    socket.on('message', (data, isBinary) => {
      frames.push(isBinary ? (data as Buffer) : data.toString());
      socket.send(isBinary ? 'binary' : `got ${data}`);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchHeadless();
  return {
    origin,
    arrivals,
    frames,
    async open(html = '', { guard, before = '' } = {}) {
      const attribute = guard ? ` data-guard="${guard}"` : '';
      page = `<!doctype html><html${attribute}><head>${before}<script src="/hook.js"></script></head><body>${html}</body></html>`;
      const opened = await browser.newPage();
      await opened.goto(`${origin}/page`);
      arrivals.splice(0, arrivals.length);
      return opened;
    },
    async openWorlds(html, first = 'hook') {
      page = `<!doctype html><html><head></head><body>${html}</body></html>`;
      const opened = await browser.newPage();
      const session = await opened.context().newCDPSession(opened);
      await session.send('Page.enable');
      const worlds = {
        hook: { source: await bundleOnce('hook-entry.ts') },
        guard: { source: await bundleOnce('guard-entry.ts'), worldName: 'guard' },
      };
      await session.send('Page.addScriptToEvaluateOnNewDocument', worlds[first]);
      await session.send('Page.addScriptToEvaluateOnNewDocument', worlds[first === 'hook' ? 'guard' : 'hook']);
      await opened.goto(`${origin}/page`);
      return opened;
    },
    reset() {
      arrivals.splice(0);
      frames.splice(0);
    },
    async close() {
      await browser.close();
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function arrivalOf(request: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return { method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks) };
}

/** The content a multipart body carries, without its random boundary. */
export function multipartContent({ headers, body }: Arrival): string {
  const boundary = /boundary=(.+)$/.exec(String(headers['content-type']))?.[1];
  if (boundary === undefined) throw new Error('no boundary');
  return body.toString('latin1').replaceAll(boundary, 'BOUNDARY');
}
