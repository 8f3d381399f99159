/**
 * The guard: isolated world of governed pages. Takes what the hook holds and what the composer is about to send, and
 * answers through lib/pipeline/hold.ts. Wiring only. Protection never hangs on WXT's `ctx`: a page can invalidate it.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { shieldKeys } from '../../components/overlay.ts';
import { type GuardEnd, openGuardEnd } from '../../lib/bridge/guard-end.ts';
import { parseHookMessage } from '../../lib/bridge/parse.ts';
import { watchFragment } from '../../lib/composer/fragment.ts';
import { installComposer } from '../../lib/composer/install.ts';
import { ComposerCanary } from '../../lib/coverage/canary.ts';
import { type PageFacts, siteOfPage } from '../../lib/coverage/site-of-page.ts';
import { classifyInWindows } from '../../lib/messages/text-windows.ts';
import { resolveAddress } from '../../lib/pipeline/address.ts';
import { Hold } from '../../lib/pipeline/hold.ts';
import type { HoldPorts } from '../../lib/pipeline/ports.ts';
import { toCapturedRequest, toWireBody } from '../../lib/pipeline/wire.ts';
import { shadowRootOf } from '../../lib/platform/closed-root.ts';
import { fileReader } from '../../lib/platform/file-reader.ts';
import { call, isOrphaned } from '../../lib/platform/messenger.ts';
import type { Prompt } from '../../lib/prompt/prompt.ts';
import { ConversationVaults } from '../../lib/redact/conversation-vaults.ts';
import type { SiteAdapter } from '../../lib/sites/adapter.ts';
import { GOVERNED_MATCHES } from '../../lib/sites/hosts.ts';
import { isOwnPage } from '../../lib/sites/own-page.ts';
import { siteForUrl } from '../../lib/sites/registry.ts';
import { watchActions } from './actions.ts';
import { Calls } from './calls.ts';
import { holdFiles, progressNotice } from './files.ts';
import { answerChecks, cameLate, watchLeaving, whenBack } from './life.ts';
import { loadViews } from './load-views.ts';
import { askPerson, tellPerson } from './person.ts';
import { SessionLink } from './session-link.ts';

export default defineContentScript({
  matches: GOVERNED_MATCHES,
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main() {
    // Before any other listener of ours: keys typed into the dialogue are nobody else's.
    shieldKeys(window);
    const isLate = cameLate();
    const known = siteForUrl(self.origin) ?? siteForUrl(location.href) ?? siteForUrl(document.referrer);
    // The bridge answers a listener that fails with a refusal, so whatever goes wrong below is thrown.
    const end = openGuardEnd();
    const facts = askFacts();
    // What newer facts add to an app of the package is needed before its first call is read, not before it is held.
    if (known !== null) return watch(known, facts.then(siteOfPage), end, isLate);
    // An app that was added at run time, or a frame whose own address says nothing: what it sends is refused, never
    // guessed about. Until the answer is here the bridge keeps what the page asks.
    const unknown = () =>
      end.onMessage(() => {
        throw new Error('unknown frame');
      });
    facts.then((told) => {
      const site = siteOfPage(told);
      if (site === null) unknown();
      else watch(site, Promise.resolve(site), end, isLate);
    }, unknown);
  },
});

/** What the background knows of this page. Rejects when it does not answer. */
function askFacts(): Promise<PageFacts> {
  const address = [self.origin, location.href, document.referrer].find((url) => /^https?:/.test(url)) ?? '';
  return call('guard.app', { host: URL.canParse(address) ? new URL(address).hostname : '' });
}

/** @param newest The same app with what a site pack adds; where it cannot be had, the app as it was built stands. */
function watch(site: SiteAdapter, newest: Promise<SiteAdapter | null>, end: GuardEnd, isLate: boolean): void {
  const isCurrent = () => !isLate && !isOrphaned();
  answerChecks(isCurrent);
  const current = newest.then(
    (told) => told ?? site,
    () => site,
  );
  const canary = new ComposerCanary();
  const ports = { ...holdPorts(site, isCurrent), seen: (prompt: Prompt) => reportCanary(canary, prompt, site) };
  if (isLate) ports.notify('disconnected', null);
  const hold = new Hold(ports);
  holdFiles(site, hold);
  const calls = new Calls();
  const host = location.host;
  // Pages change their address without being loaded anew.
  const isOwn = () => isOwnPage(site, location.href);
  const selectors = { ...site.composer };
  void current.then((told) => Object.assign(selectors, told.composer));
  watchFragment({
    window,
    names: site.promptParameters,
    applies: isOwn,
    resolve: (text) => resolveAddress(site, host, text, ports),
  });
  const composer = installComposer({
    document,
    window,
    composer: selectors,
    shadowRootOf,
    judge: (text) => {
      const verdict = hold.judgeText(site, host, text);
      if (verdict === 'pass') canary.sent(text, Date.now());
      return verdict;
    },
    resolve: async (text) => {
      const outcome = await hold.resolveText(site, host, text);
      if (outcome.kind !== 'stop') canary.sent(outcome.kind === 'write' ? outcome.text : text, Date.now());
      return outcome;
    },
    onTyping: (text) => {
      if (isOwn()) hold.onTyping(text);
    },
    onText: (text) => {
      if (!isOwn()) return;
      // Whoever writes may soon have to be asked.
      void loadViews().catch(() => undefined);
      void hold.onText(site, host, text).catch(() => undefined);
    },
    onStopped: (code) => ports.notify(code === 'write_mismatch' ? 'unwritable' : 'failed', null),
  });
  end.onMessage(async (json) => {
    const message = parseHookMessage(json);
    if (message === null) throw new Error('not a message of the hook');
    if (message.type === 'reopened') {
      shieldKeys(window);
      composer.listen();
    }
    if (message.type === 'withdraw') calls.withdraw(message.id);
    if (message.type !== 'ask') return;
    const verdict = await calls.run(message.id, async (withdrawn) =>
      hold.onRequest(appOfCall(message.url, await current), toCapturedRequest(message), withdrawn),
    );
    const wire = verdict.verdict === 'rewrite' ? { ...verdict, body: toWireBody(verdict.body) } : verdict;
    end.send(JSON.stringify({ type: 'verdict', id: message.id, ...wire }));
  });
  // A page that is left gives up what it has not been allowed to send.
  addEventListener('pagehide', () => calls.withdrawAll());
}

/** A page may call another governed app; its own is the one with the newest facts. */
function appOfCall(url: string, own: SiteAdapter): SiteAdapter {
  const called = siteForUrl(url);
  return called === null || called.id === own.id ? own : called;
}

/** Of top pages only: frames of an app send without a composer of their own. */
function reportCanary(canary: ComposerCanary, prompt: Prompt, site: SiteAdapter): void {
  if (window.top !== window || prompt.app !== site.id) return;
  const composer = site.composer.editors.some((selector) => document.querySelector(selector) !== null);
  const seen = canary.read(prompt, composer, Date.now());
  void call('guard.canary', { app: site.id, ...seen }).catch(() => undefined);
}

function holdPorts(site: SiteAdapter, isCurrent: () => boolean): HoldPorts {
  const link = new SessionLink(site.id);
  whenBack(() => link.renew());
  const vaults = new ConversationVaults((length) => crypto.getRandomValues(new Uint8Array(length)));
  const lastAction = watchActions();
  return {
    isCurrent,
    isLeaving: watchLeaving(),
    classify: (prompt) => classifyInWindows(prompt, (parts) => call('guard.classify', { parts: [...parts] })),
    session: () => link.ready(),
    sessionNow: () => link.now,
    ask: (inspection, redacted, signal) => askPerson(site, link.language, inspection, redacted, signal),
    notify: (code, inspection) => tellPerson(site, link.language, isCurrent() ? code : 'disconnected', inspection),
    commit: async (draft, permit) => (await call('guard.commit', { key: crypto.randomUUID(), draft, permit })).id,
    vouch: async (decision, permit) => {
      await call('guard.vouch', { decision, ...permit });
    },
    entered: (values) => void call('guard.entered', { values }).catch(() => undefined),
    approvals: {
      recall: (conversation, policy) => call('guard.recall', { conversation, policy }),
      remember: (conversation, policy, approvals) =>
        void call('guard.remember', { conversation, policy, approvals }).catch(() => undefined),
    },
    lastAction,
    vault: (conversation) => vaults.of(conversation),
    now: Date.now,
    files: fileReader,
    watchFiles: progressNotice(() => link.language),
  };
}
