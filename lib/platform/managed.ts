/** Managed storage: Chromium answers `{}` when nothing is set, Firefox throws, and either may be slow at start-up. */
import { browser } from 'wxt/browser';
import { type ManagedResult, parseManagedConfig } from './managed-config.ts';

const LIMIT_MS = 3_000;

export async function readManaged(): Promise<ManagedResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<unknown>((resolve) => {
    timer = setTimeout(() => resolve({}), LIMIT_MS);
  });
  try {
    return parseManagedConfig(await Promise.race([browser.storage.managed.get(), late]));
  } catch {
    return parseManagedConfig({});
  } finally {
    clearTimeout(timer);
  }
}
