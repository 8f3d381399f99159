import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a receiver answers: a status, and a body and headers if they matter. */
export type Answer = { status: number; body?: string; headers?: Record<string, string> } | 'hang up';

/** An HTTP receiver on loopback that keeps what it took, and answers as a test tells it to. */
export async function startReceiver(answer: (request: Received) => Answer | Promise<Answer> = () => ({ status: 200 })) {
  const state = { answer, requests: [] as Received[] };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const isZipped = request.headers['content-encoding'] === 'gzip';
    const body = (isZipped ? gunzipSync(bytes) : bytes).toString('utf8');
    const received = { path: request.url ?? '', headers: request.headers, body };
    state.requests.push(received);
    const answered = await state.answer(received);
    if (answered === 'hang up') return void request.socket.destroy();
    const { status, body: text = '', headers = {} } = answered;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    set answer(next: (request: Received) => Answer | Promise<Answer>) {
      state.answer = next;
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Ask until it is so. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`after ${withinMs} ms still no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
