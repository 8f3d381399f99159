/** Messages of the guard: session, decisions, permits, entered values, views, reader of files. */
import type { Classifier } from '../classify/classifier.ts';
import { pageFacts } from '../coverage/governed.ts';
import type { PermitBook } from '../gate/permits.ts';
import type { Language } from '../language/language.ts';
import type { SessionOffer } from '../messages/answers.ts';
import type { Handlers } from '../messages/router.ts';
import type { Session } from '../pipeline/ports.ts';
import { toBase64 } from '../policy/base64.ts';
import type { RecordDraft } from '../records/record.ts';
import type { GovernedList } from './governed-list.ts';
import type { SiteWatch } from './site-watch.ts';
import type { StoredApprovals } from './stored-approvals.ts';
import type { Sync } from './sync.ts';
import type { TabMemory } from './tab-memory.ts';

interface Parts {
  classifier: Classifier;
  permits: PermitBook;
  tabs: TabMemory;
  approvals: StoredApprovals;
  sync: Sync;
  /** As it is for this tab and app. */
  session(tab: number, app: string): Session;
  sites: SiteWatch;
  /** Durable when it resolves; rejects when the record could not be written. */
  append(draft: RecordDraft, once: string): Promise<{ id: string; isRepeated: boolean }>;
  digestKey: Uint8Array<ArrayBuffer>;
  language: Language;
  governed: GovernedList;
  now(): number;
  /** Load the views' script into a frame. */
  loadViews(tab: number, frame: number): Promise<void>;
  openReader(): Promise<void>;
}

type CommitMethod =
  | 'guard.app'
  | 'guard.canary'
  | 'guard.open'
  | 'guard.classify'
  | 'guard.commit'
  | 'guard.vouch'
  | 'guard.entered'
  | 'guard.recall'
  | 'guard.remember'
  | 'guard.views'
  | 'guard.reader';

export function commitHandlers(parts: Parts): Pick<Handlers, CommitMethod> {
  const {
    classifier,
    permits,
    tabs,
    approvals,
    sync,
    sites,
    session,
    append,
    digestKey,
    language,
    governed,
    now,
    loadViews,
    openReader,
  } = parts;
  return {
    'guard.app': async ({ host }) => pageFacts(governed.state, host),
    'guard.canary': async ({ app, ...canary }) => sites.canary(app, canary),
    'guard.open': async ({ app }, { tab }): Promise<SessionOffer> => {
      const { digester: _, ...offer } = session(tab, app);
      return { ...offer, digestKey: toBase64(digestKey), language };
    },
    'guard.classify': async (prompt) => classifier.classifyPrompt(prompt),
    'guard.commit': async ({ key, draft, permit }, { tab, document }) => {
      const { id, isRepeated } = await append(draft, key);
      // Whoever asks again has not heard of the first permit, if there is one.
      if (permit) permits.mintOnly({ ...permit, tab, document, decision: id }, now());
      if (!isRepeated) tabs.decided(tab, now(), draft);
      void sync.run();
      return { id };
    },
    'guard.vouch': async ({ decision, ...permit }, { tab, document }) => {
      permits.mint({ ...permit, tab, document, decision }, now());
    },
    'guard.entered': async ({ values }, { tab }) => {
      tabs.enter(tab, values);
    },
    'guard.recall': async ({ conversation, policy }) => approvals.recall(conversation, policy),
    'guard.remember': async ({ conversation, policy, approvals: given }) => {
      approvals.remember(conversation, policy, given);
    },
    'guard.reader': () => openReader(),
    'guard.views': (_, { tab, frame }) => loadViews(tab, frame),
  };
}
