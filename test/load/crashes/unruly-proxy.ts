/**
 * An HTTP proxy that delivers batches more than once, late, in pieces and in the wrong order. The device hears an answer
 * of the endpoint, or that its connection is gone.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { listening } from './listening.ts';
import { below } from './under-way.ts';

interface Kept {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
}

export interface UnrulyProxy {
  url: string;
  /** Batches that were not delivered as they came. */
  strikes: number;
  isOn: boolean;
  close(): Promise<void>;
}

type Way = 'twice' | 'late' | 'swapped' | 'again' | 'as it is';
const WAYS: readonly Way[] = ['twice', 'late', 'swapped', 'again', 'as it is'];

export async function startUnrulyProxy(target: string): Promise<UnrulyProxy> {
  /** Batches that are still to be delivered. */
  const late: Kept[] = [];
  /** All that were. */
  const past: Kept[] = [];
  const send = ({ path, method, headers, body }: Kept) =>
    fetch(target + path, { method, headers, body: method === 'GET' ? null : body });

  /** Null: the device does not hear of it. */
  const deliver = async (batch: Kept, way: Way): Promise<Response | null> => {
    if (way === 'twice') return (await Promise.all([send(batch), send(batch)]))[below(2)]!;
    if (way === 'late') {
      late.push(batch);
      return null;
    }
    if (way === 'again') {
      for (let times = 0; times < 3; times++) await (await send(past[below(past.length)] ?? batch)).text();
      return send(batch);
    }
    if (way === 'swapped') {
      const [first, second] = halves(batch);
      if (first === null) return send(second);
      // The endpoint sees a hole first, and then what fills it.
      await (await send(second)).text();
      return send(first);
    }
    return send(batch);
  };

  const server = createServer(async (request, response) => {
    const kept = await keep(request);
    const isBatch = proxy.isOn && kept.path === '/v1/records';
    const way = isBatch ? WAYS[below(WAYS.length)]! : 'as it is';
    if (isBatch && way !== 'as it is') proxy.strikes += 1;
    try {
      const answer = await deliver(kept, way);
      if (isBatch) past.push(kept);
      // A late one comes after what the device has sent since.
      if (way !== 'late') for (const batch of late.splice(0)) await (await send(batch)).text();
      if (answer === null) return void response.destroy();
      const text = await answer.text();
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(text);
    } catch {
      response.destroy();
    }
  });
  const proxy: UnrulyProxy = {
    url: await listening(server),
    strikes: 0,
    isOn: true,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return proxy;
}

async function keep(request: IncomingMessage): Promise<Kept> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization, 'content-type': type, 'content-encoding': encoding } = request.headers;
  return {
    path: request.url ?? '/',
    method: request.method ?? 'GET',
    headers: {
      ...(authorization && { authorization }),
      ...(type && { 'content-type': type }),
      ...(encoding && { 'content-encoding': encoding }),
    },
    body: Buffer.concat(chunks),
  };
}

/** The lines of a batch in two batches; the first is null when there is but one line. */
function halves(batch: Kept): [Kept | null, Kept] {
  const lines = gunzipSync(batch.body).toString('utf8').split('\n').slice(0, -1);
  if (lines.length < 2) return [null, batch];
  const at = 1 + below(lines.length - 1);
  const part = (some: string[]): Kept => ({ ...batch, body: gzipSync(some.map((line) => `${line}\n`).join('')) });
  return [part(lines.slice(0, at)), part(lines.slice(at))];
}
