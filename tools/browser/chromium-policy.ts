import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canMountOver, writeMountedLauncher } from './private-mount.ts';

/** Folder in which Debian's Chromium keeps its settings; managed policies lie in `policies/managed` below it. */
const SETTINGS_DIR = '/etc/chromium';
const MANAGED_DIR = join(SETTINGS_DIR, 'policies/managed');
const LOCK_FILE = join(MANAGED_DIR, '.sluice-run.lock');

export interface PolicyInstall {
  extensionId: string;
  updateUrl: string;
  /** Values for `chrome.storage.managed`. */
  managed: object;
  /** Further Chromium policies, e.g. `IncognitoModeAvailability`. */
  policies?: Record<string, unknown>;
}

export interface AppliedPolicy {
  /** What to start instead of the browser itself. */
  executablePath: string;
  remove(): void;
}

/** The policy file an administrator would deploy: force install and managed storage. */
export function policyFile({ extensionId, updateUrl, managed, policies }: PolicyInstall): Record<string, unknown> {
  return {
    // By default Chromium hides force-installed extensions from DevTools, and with that from every test driver.
    DeveloperToolsAvailability: 1,
    ExtensionSettings: {
      // Without the override Chromium asks the package for its update address, and ours names none.
      [extensionId]: { installation_mode: 'force_installed', update_url: updateUrl, override_update_url: true },
    },
    '3rdparty': { extensions: { [extensionId]: managed } },
    ...policies,
  };
}

/**
 * Makes the policy hold for one browser. Where the machine allows it, in a mount namespace of that browser alone;
 * otherwise in the machine-wide folder, one run at a time.
 * Throws when neither is possible (no namespaces and not root, or another run holds the machine-wide folder).
 */
export function applyPolicy(browserPath: string, runDir: string, install: PolicyInstall): AppliedPolicy {
  const text = JSON.stringify(policyFile(install), null, 2);
  if (canMountOver(SETTINGS_DIR)) {
    const settings = join(runDir, 'etc-chromium');
    cpSync(SETTINGS_DIR, settings, { recursive: true });
    mkdirSync(join(settings, 'policies/managed'), { recursive: true });
    writeFileSync(join(settings, 'policies/managed/sluice.json'), text);
    const launcher = join(runDir, 'chromium-with-policy');
    writeMountedLauncher(launcher, browserPath, settings, SETTINGS_DIR);
    return { executablePath: launcher, remove() {} };
  }
  return applyMachineWide(browserPath, text);
}

function applyMachineWide(browserPath: string, text: string): AppliedPolicy {
  const file = join(MANAGED_DIR, `sluice-run-${process.pid}.json`);
  try {
    mkdirSync(MANAGED_DIR, { recursive: true });
    takeLock();
    writeFileSync(file, text);
  } catch (error) {
    if (error instanceof LockHeld) throw error;
    throw new Error(
      `a policy-installed extension needs mount namespaces (unshare) or root to write ${MANAGED_DIR}: ${String(error)}`,
    );
  }
  const remove = () => {
    rmSync(file, { force: true });
    rmSync(LOCK_FILE, { force: true });
    process.off('exit', remove);
  };
  process.on('exit', remove);
  return { executablePath: browserPath, remove };
}

class LockHeld extends Error {}

/** Machine-wide policies reach every Chromium on the machine, so two runs would change each other's extensions. */
function takeLock(): void {
  if (existsSync(LOCK_FILE)) {
    const holder = Number(readFileSync(LOCK_FILE, 'utf8'));
    if (isAlive(holder)) {
      throw new LockHeld(`process ${holder} is using the machine-wide Chromium policies; wait for it to end`);
    }
    rmSync(LOCK_FILE, { force: true });
  }
  writeFileSync(LOCK_FILE, String(process.pid), { flag: 'wx' });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
