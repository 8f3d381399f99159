/**
 * Hook and guard on hosts that the manifest does not name. The browser keeps these registrations across its own
 * restarts, not across updates of the extension (MDN, `scripting.registerContentScripts`): `onInstalled` renews them.
 */
import { browser } from 'wxt/browser';

const HOOK = 'added-hook';
const GUARD = 'added-guard';

/** The scripts of the package as the build names them. */
const FILES = { [HOOK]: 'content-scripts/hook.js', [GUARD]: 'content-scripts/guard.js' } as const;

/** Run both on exactly these match patterns. Tabs that are open already have to be loaded again. */
export async function registerContentScripts(matches: string[]): Promise<void> {
  const ids = [HOOK, GUARD];
  const known = await browser.scripting.getRegisteredContentScripts({ ids });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
  if (matches.length === 0) return;
  const common = {
    matches,
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  } as const;
  await browser.scripting.registerContentScripts([
    { ...common, id: HOOK, js: [FILES[HOOK]], world: 'MAIN' },
    { ...common, id: GUARD, js: [FILES[GUARD]], world: 'ISOLATED' },
  ] as never);
}
