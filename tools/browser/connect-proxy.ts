import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { HostMap } from './host-map.ts';
import { portOf } from './host-map.ts';

export interface ConnectProxy {
  port: number;
  /** `host:port` of every tunnel that was asked for and refused. */
  refused: string[];
  close(): Promise<void>;
}

/**
 * A proxy on loopback that tunnels `host:443` to the local port of that host and refuses everything else, so that a
 * browser behind it reaches the fixtures under their real names and nothing on the internet.
 */
export async function startConnectProxy(hosts: HostMap): Promise<ConnectProxy> {
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, client: Socket) => {
    const [host = '', wanted] = (request.url ?? '').split(':');
    const port = wanted === '443' ? portOf(hosts, host) : undefined;
    if (port === undefined) {
      refused.push(request.url ?? '');
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    // Either end may vanish at any time (a killed browser, a cancelled request); the other end then goes too.
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
