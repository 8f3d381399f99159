import { cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canMountOver, writeMountedLauncher } from './private-mount.ts';

/** Folders in which Firefox looks for `policies.json`: the system's, then the `distribution` folder beside the program. */
const POLICY_DIRS = ['/etc/firefox/policies', '/usr/lib/firefox-esr/distribution', '/usr/lib/firefox/distribution'];

/**
 * Prepares managed storage of an add-on for one browser process and returns the program to start.
 * Where the machine allows a private mount the values come as an administrator deploys them (`3rdparty` in
 * `policies.json`); otherwise as a native managed-storage manifest below `home`. Firefox reads both only at start.
 */
export function prepareManaged(
  browserPath: string,
  runDir: string,
  home: string,
  addonId: string,
  managed: object,
): string {
  const policyDir = POLICY_DIRS.find((dir) => existsSync(dir) && canMountOver(realpathSync(dir)));
  if (policyDir === undefined) {
    writeNativeManifest(home, addonId, managed);
    return browserPath;
  }
  const target = realpathSync(policyDir);
  const source = join(runDir, 'firefox-policies');
  cpSync(target, source, { recursive: true });
  const policies = { policies: { '3rdparty': { Extensions: { [addonId]: managed } } } };
  writeFileSync(join(source, 'policies.json'), JSON.stringify(policies, null, 2));
  const launcher = join(runDir, 'firefox-with-policy');
  writeMountedLauncher(launcher, browserPath, source, target);
  return launcher;
}

function writeNativeManifest(home: string, addonId: string, managed: object): void {
  const dir = join(home, '.mozilla/managed-storage');
  mkdirSync(dir, { recursive: true });
  const manifest = { name: addonId, description: 'Managed values of a test run', type: 'storage', data: managed };
  writeFileSync(join(dir, `${addonId}.json`), JSON.stringify(manifest, null, 2));
}
