import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './receiver.ts';

/** A key and a certificate for `localhost`, as PEM files in a folder. */
export function makeCertificate(folder: string): { cert: string; key: string } {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', [...args, ...name], { stdio: 'ignore' });
  return { cert, key };
}

/** A real rsyslog with one TLS listener. It writes what each part of a message came out as. */
export async function startRsyslog() {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-rsyslog-'));
  const { cert, key } = makeCertificate(folder);
  const port = await freePort();
  const out = join(folder, 'out.txt');
  writeFileSync(out, '');
  const config = join(folder, 'rsyslog.conf');
  writeFileSync(
    config,
    `global(workDirectory="${folder}" maxMessageSize="64k" defaultNetstreamDriverCAFile="${cert}"
  defaultNetstreamDriverCertFile="${cert}" defaultNetstreamDriverKeyFile="${key}")
module(load="imtcp" StreamDriver.Name="ossl" StreamDriver.Mode="1" StreamDriver.AuthMode="anon")
input(type="imtcp" port="${port}" address="127.0.0.1")
template(name="parts" type="string" string="%pri%|%timestamp:::date-rfc3339%|%hostname%|%app-name%|%msgid%|%msg%\\n")
*.* action(type="omfile" file="${out}" template="parts")
`,
  );
  const args = ['-n', '-f', config, '-i', join(folder, 'pid')];
  const child: ChildProcess = spawn('/usr/sbin/rsyslogd', args, { stdio: 'ignore' });
  await until('rsyslog', () => isListening(port));
  return {
    port,
    cert,
    lines: () => readFileSync(out, 'utf8').split('\n').filter(Boolean),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Linux's own list of listening sockets: a try to connect would be a message without end to the receiver. */
function isListening(port: number): boolean {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .some((line) => line.includes(`${wanted}00000000:0000 0A`));
}
