// Gives one browser process its own view of a folder of the machine (enterprise policies are read from fixed places
// under /etc), so that runs neither touch the machine's settings nor each other's.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';

const namespaceFlags = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];

/** Whether this machine lets this user mount over `target` for one process (Linux namespaces, util-linux `unshare`). */
export function canMountOver(target: string): boolean {
  if (process.platform !== 'linux' || !existsSync(target)) return false;
  const probe = spawnSync('unshare', [...namespaceFlags, 'mount', '--bind', target, target], { stdio: 'ignore' });
  return probe.status === 0;
}

/**
 * Writes a launcher that starts `program` with `source` in place of `target`, seen by that process tree alone.
 * The launcher replaces itself by the program, so its process id is the program's.
 */
export function writeMountedLauncher(launcher: string, program: string, source: string, target: string): void {
  const inner = `mount --bind ${quote(source)} ${quote(target)} && exec ${quote(program)} "$@"`;
  writeFileSync(launcher, `#!/bin/sh\nexec unshare ${namespaceFlags.join(' ')} sh -c ${quote(inner)} sh "$@"\n`);
  chmodSync(launcher, 0o755);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
