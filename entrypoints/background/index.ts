/** The worker: listeners first and synchronously, so that the browser wakes it for them; handlers wait for `ready`. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type Background, createBackground } from '../../lib/background/background.ts';
import type { GovernedList } from '../../lib/background/governed-list.ts';
import type { SiteWatch } from '../../lib/background/site-watch.ts';
import type { ActiveTab } from '../../lib/background/view-handlers.ts';
import { loadModels } from '../../lib/classify/models.ts';
import { ACCOUNT_MATCHES } from '../../lib/coverage/account.ts';
import { BothQuestions } from '../../lib/gate/both-questions.ts';
import { pickLanguage } from '../../lib/language/language.ts';
import { translate } from '../../lib/language/translate.ts';
import { POLICY_STAMP } from '../../lib/messages/answers.ts';
import { route } from '../../lib/messages/router.ts';
import { setBrowserRules } from '../../lib/platform/browser-rules.ts';
import { chainMark } from '../../lib/platform/chain-mark.ts';
import { readDigestKey } from '../../lib/platform/digest-key.ts';
import { openGovernedList } from '../../lib/platform/governed-store.ts';
import { readManaged } from '../../lib/platform/managed.ts';
import { readModelFile } from '../../lib/platform/model-file.ts';
import { countDenied, hookState, worksInPrivateWindows } from '../../lib/platform/presence.ts';
import { serveReader } from '../../lib/platform/reader-host.ts';
import { openReaderPage } from '../../lib/platform/reader-page.ts';
import { senderOf } from '../../lib/platform/sender.ts';
import { loadSession, saveSession } from '../../lib/platform/session-store.ts';
import { readSurroundings } from '../../lib/platform/surroundings.ts';
import { isGuarded, markForReload, tabAddress, unguardedTabs } from '../../lib/platform/tab-guards.ts';
import { EVERY_REQUEST, installGate, installHeaderGate } from '../../lib/platform/web-request.ts';
import { watchAnswers, watchHeaders } from '../../lib/platform/web-watch.ts';
import { openDb } from '../../lib/storage/db.ts';
import { webLocks } from '../../lib/storage/locks.ts';
import { createNet } from '../../lib/sync/net.ts';

const SYNC_ALARM = 'sync';
const WAKE_ALARM = 'wake';
const SYNC_MINUTES = 5;

export default defineBackground({
  type: 'module',
  main() {
    const governed = openGovernedList();
    const start = () => boot(governed);
    let ready = start();
    /** The one that answered last: every message to it passes by here first. */
    let current: Background | null = null;
    /** What only watches: at once where the background stands, else once it does. */
    const watch = (see: (sites: SiteWatch) => unknown) =>
      void withReady(({ sites }) => see(sites)).catch(() => undefined);
    /** A boot that failed is tried again by the next event; until one succeeds, governed sites are refused. */
    const withReady = async <T>(use: (background: Background) => T | Promise<T>): Promise<T> => {
      const booting = ready;
      const background = await booting.catch(() => {
        if (ready === booting) ready = start();
        return ready;
      });
      current = background;
      return use(background);
    };
    const syncNow = () => void withReady(({ sync }) => sync.run()).catch(() => undefined);

    const questions = new BothQuestions({
      apps: () => governed.now,
      appsReady: () => governed.ready(),
      ownOrigin: ownOrigin(),
      nothingEntered: (tab) => current?.nothingEntered(tab) ?? false,
      ask: (question) => withReady(({ gate }) => question(gate)),
    });
    installGate(EVERY_REQUEST, (details) => {
      if (details.type === 'xmlhttprequest' && details.requestBody) watch((sites) => sites.called(details));
      return questions.onBody(details);
    });
    installHeaderGate(EVERY_REQUEST, (details) => questions.onHeaders(details, details.requestHeaders ?? []));
    watchAnswers((answer) => watch((sites) => sites.answered(answer)));
    watchHeaders(ACCOUNT_MATCHES, (tab, request) => watch((sites) => sites.headers(tab, request)));
    browser.runtime.onInstalled.addListener(() => void governed.renew().catch(() => undefined));
    browser.runtime.onMessage.addListener((message: unknown, sender: unknown, respond: (answer: unknown) => void) => {
      withReady(({ handlers }) => route(message, senderOf(sender), handlers)).then(respond, () =>
        respond({ ok: false, code: 'failed' }),
      );
      return true;
    });
    if (import.meta.env.FIREFOX) serveReader();
    browser.alarms.onAlarm.addListener(syncNow);
    // Pages that were open before this version have no guard of it: their prompts are refused until they are loaded again.
    const markOldTabs = () =>
      void governed
        .ready()
        .then(unguardedTabs)
        .then((tabs) => tabs.forEach(askForReload));
    browser.runtime.onInstalled.addListener(markOldTabs);
    browser.runtime.onStartup.addListener(markOldTabs);
    browser.tabs.onRemoved.addListener(
      (tab) => void withReady(({ forgetTab }) => forgetTab(tab)).catch(() => undefined),
    );
    browser.storage.onChanged.addListener((_, area) => {
      if (area !== 'managed') return;
      // One after the other: two backgrounds that start at once would both write what is written once.
      const before = ready;
      current = null;
      ready = before.then((current) => rebootIfChanged(current, governed), start);
      void ready.then((now) => before.then((old) => now !== old && announcePolicy())).catch(announcePolicy);
      syncNow();
    });
    void browser.alarms.create(SYNC_ALARM, { periodInMinutes: SYNC_MINUTES, delayInMinutes: 0.5 + Math.random() });
    syncNow();
  },
});

async function rebootIfChanged(current: Background, governed: GovernedList): Promise<Background> {
  const managed = await readManaged();
  return managed.ok && JSON.stringify(managed.config) === JSON.stringify(current.config) ? current : boot(governed);
}

async function boot(governed: GovernedList): Promise<Background> {
  const managed = await readManaged();
  if (!managed.ok) {
    governed.giveUp();
    // Configuration that cannot be read must not turn into "unmanaged": the gate and the guards refuse instead.
    const message = `managed settings that cannot be used: ${managed.faults.join(', ')}`;
    console.error(message);
    throw new Error(message);
  }
  const { config } = managed;
  return createBackground({
    db: openDb(),
    locks: webLocks(navigator.locks),
    mark: chainMark,
    net: createNet({ fetch: (...args) => fetch(...args), timeoutSignal: (ms) => AbortSignal.timeout(ms) }),
    config,
    surroundings: await readSurroundings(Object.keys(config).length > 0),
    models: await loadModels(readModelFile),
    language: pickLanguage([config.language, browser.i18n.getUILanguage()]),
    digestKey: await readDigestKey(),
    now: Date.now,
    random: Math.random,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    randomUuid: () => crypto.randomUUID(),
    loadSession,
    saveSession,
    announcePolicy,
    wakeAt: (when) => void browser.alarms.create(WAKE_ALARM, { when }),
    activeTab,
    governed,
    loadViews,
    hookState,
    countDenied,
    worksInPrivateWindows,
    setBrowserRules,
    ownOrigin: ownOrigin(),
    tabAddress,
    isGuarded,
    onUnguarded: askForReload,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    openReader: openReaderPage,
  });
}

async function loadViews(tab: number, frame: number): Promise<void> {
  const target = { tabId: tab, frameIds: [frame] };
  await browser.scripting.executeScript({ target, files: ['/dialogue.js'], injectImmediately: true });
}

function ownOrigin(): string {
  return browser.runtime.getURL('/').replace(/\/$/, '');
}

function askForReload(tab: number): void {
  const { notice } = translate(pickLanguage([browser.i18n.getUILanguage()]));
  void markForReload(tab, `${notice.reloadTitle} ${notice.reloadHint}`);
}

/** The tab the person is looking at; where the popup stands in a tab of its own, the one before it. */
async function activeTab(): Promise<ActiveTab> {
  const own = browser.runtime.getURL('/');
  const tabs = await browser.tabs.query({ lastFocusedWindow: true });
  const others = tabs.filter(({ url }) => !url?.startsWith(own));
  const byUse = others.sort(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  return { id: byUse[0]?.id ?? -1, url: byUse[0]?.url ?? null };
}

/** Every guard watches this key. */
function announcePolicy(): void {
  void browser.storage.local.set({ [POLICY_STAMP]: Date.now() });
}
