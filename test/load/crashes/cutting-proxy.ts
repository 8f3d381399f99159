/** A TCP proxy that cuts each connection, in both directions, after a random number of bytes in either. */
import { connect, createServer, type Socket } from 'node:net';
import { listening } from './listening.ts';
import { below } from './under-way.ts';

/** A batch of a device here is some kilobytes, an answer about one. */
const LIMITS = { up: 12_000, down: 2_500 };

export interface CuttingProxy {
  url: string;
  cuts: number;
  /** Whether it cuts. */
  isOn: boolean;
  close(): Promise<void>;
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const both = [near, far];
    const end = () => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
      socket.on('error', end);
    }
    const pass = (from: Socket, to: Socket, limit: number) => {
      let left = below(limit);
      from.on('data', (chunk: Buffer) => {
        if (!proxy.isOn || chunk.length < left) {
          left -= chunk.length;
          to.write(chunk);
          return;
        }
        proxy.cuts += 1;
        // What came through until now is still delivered.
        to.write(chunk.subarray(0, left), end);
      });
    };
    pass(near, far, LIMITS.up);
    pass(far, near, LIMITS.down);
  });
  const proxy: CuttingProxy = {
    url: await listening(server),
    cuts: 0,
    isOn: true,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
  return proxy;
}
