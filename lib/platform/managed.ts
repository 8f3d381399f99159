/**
 * Managed storage. Chromium answers `{}` when nothing is set, and also for the first seconds after a policy install
 * although something is set (measured: up to 5 s); Firefox throws when nothing is set. An admin's settings that are late
 * must not look like none at all: an extension installed by policy waits for them once per browser session.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type ManagedResult, parseManagedConfig } from './managed-config.ts';
import { loadSession, saveSession } from './session-store.ts';

/** Below the gate's own limit, so that a request held meanwhile is judged and not just refused. */
const LATE_MS = 7_000;
const WAITED = 'managedWaited';

export async function readManaged(): Promise<ManagedResult> {
  const first = await read();
  if (Object.keys(first).length > 0) return parseManagedConfig(first);
  const { installType } = await browser.management.getSelf();
  if (import.meta.env.FIREFOX || installType !== 'admin') return parseManagedConfig(first);
  if (await loadSession(WAITED, z.boolean(), false)) return parseManagedConfig(first);
  await changedOrLate();
  saveSession(WAITED, true);
  return parseManagedConfig(await read());
}

async function read(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}

function changedOrLate(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(listener);
      resolve();
    };
    const listener = (_: unknown, area: string) => {
      if (area === 'managed') done();
    };
    const timer = setTimeout(done, LATE_MS);
    browser.storage.onChanged.addListener(listener);
  });
}
