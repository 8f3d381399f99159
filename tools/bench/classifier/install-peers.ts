/** Installs the peers beside the build output, from the exact versions in ../peers: nobody else has to carry them. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LISTED = fileURLToPath(new URL('../peers', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../../../.output/bench/peers', import.meta.url));
const FILES = ['package.json', 'package-lock.json'];
const INSTALL_WITHIN_MS = 120_000;

export type Installation = { ok: true; folder: string } | { ok: false; message: string };

/**
 * Installs once, and again when the list of peers has changed. Scripts of the packages do not run.
 * A machine without a registry answers with `ok: false`: the benchmark then goes without peers.
 */
export function installPeers(): Installation {
  const wanted = FILES.map((name) => readFileSync(join(LISTED, name), 'utf8')).join('\n');
  const done = join(INSTALLED, 'installed');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return { ok: true, folder: INSTALLED };
  mkdirSync(INSTALLED, { recursive: true });
  for (const name of FILES) copyFileSync(join(LISTED, name), join(INSTALLED, name));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: INSTALLED,
    encoding: 'utf8',
    timeout: INSTALL_WITHIN_MS,
  });
  if (npm.status !== 0) {
    const reason = npm.error?.message ?? npm.stderr.trim().split('\n')[0] ?? '';
    return { ok: false, message: `npm ci did not succeed: ${reason}` };
  }
  writeFileSync(done, wanted);
  return { ok: true, folder: INSTALLED };
}

/** The version of a peer that is asked for, and with that the one that is measured. */
export function peerVersion(name: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(LISTED, 'package.json'), 'utf8'));
  return dependencies[name];
}
