/** One receiver of each kind that connectors deliver to, and all that they were given. */
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { startReceiver } from '../../integration/connectors/receiver.ts';

const KINDS = ['webhook', 'otlp', 'splunk'] as const;

export async function startReceivers(folder: string) {
  const http = await Promise.all(KINDS.map(() => startReceiver()));
  const lines: Buffer[] = [];
  const syslog = createServer((socket) => {
    socket.on('data', (chunk) => lines.push(chunk));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => syslog.listen(0, '127.0.0.1', resolve));
  const { port } = syslog.address() as AddressInfo;
  const secret = { env: 'RECEIVER_SECRET' };
  const connectors = [
    { name: 'webhook', type: 'webhook', url: http[0]!.url, secret },
    { name: 'otlp', type: 'otlp', url: http[1]!.url, gzip: false },
    { name: 'splunk', type: 'splunk', url: http[2]!.url, token: secret },
    { name: 'syslog', type: 'syslog', host: '127.0.0.1', port, security: 'none' },
  ];
  const file = join(folder, 'connectors.json');
  writeFileSync(file, JSON.stringify({ connectors }));
  return {
    env: { CONNECTORS_FILE: file, RECEIVER_SECRET: 'a secret of the receivers' },
    /** By the connector's name. */
    given(): Record<string, Buffer> {
      const bodies = KINDS.map((kind, index) => [
        kind,
        Buffer.from(
          http[index]!.requests.map(({ path, headers, body }) => `${path} ${JSON.stringify(headers)} ${body}`).join(
            '\n',
          ),
        ),
      ]);
      return { ...Object.fromEntries(bodies), syslog: Buffer.concat(lines) };
    },
    async close() {
      await Promise.all(http.map((each) => each.close()));
      syslog.close();
    },
  };
}
