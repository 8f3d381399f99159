import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TestCertificate {
  /** Certificate and private key; Node's TLS servers take it as both. */
  pem: string;
  /** Base64 SHA-256 of the public key: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  spki: string;
}

/**
 * A self-signed certificate for these host names (a leading `*.` is allowed), made once with the `openssl` command and
 * kept in `dir`. Browsers are told to trust exactly this key, so no authority has to be installed anywhere.
 */
export function testCertificate(dir: string, hosts: readonly string[]): TestCertificate {
  const names = [...new Set(hosts)].sort();
  const path = join(dir, `${createHash('sha256').update(names.join()).digest('hex').slice(0, 16)}.pem`);
  if (!isUsable(path)) create(dir, path, names);
  const pem = readFileSync(path, 'utf8');
  const publicKey = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return { pem, spki: createHash('sha256').update(publicKey).digest('base64') };
}

/** Firefox and Chromium refuse host certificates that are valid for more than 398 days. */
const VALID_DAYS = 90;

function isUsable(path: string): boolean {
  return existsSync(path) && Date.parse(new X509Certificate(readFileSync(path)).validTo) > Date.now() + 86_400_000;
}

function create(dir: string, path: string, names: string[]): void {
  mkdirSync(dir, { recursive: true });
  const draft = `${path}.${process.pid}`;
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-sha256'],
      ...['-keyout', `${draft}.key`, '-out', `${draft}.crt`, '-days', String(VALID_DAYS)],
      ...['-subj', '/CN=Sluice test hosts', '-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join()}`],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // One file, moved into place: two runs may start at the same time, and key and certificate must not mix.
  writeFileSync(draft, readFileSync(`${draft}.crt`, 'utf8') + readFileSync(`${draft}.key`, 'utf8'), { mode: 0o600 });
  renameSync(draft, path);
  rmSync(`${draft}.crt`);
  rmSync(`${draft}.key`);
}
