/** What the gate let go and what it refused, as records, and what people and reviewers are told of it. */
import type { Refusal } from '../gate/gate.ts';
import { describeDecision, describeRefusal } from '../pipeline/describe.ts';
import type { Session } from '../pipeline/ports.ts';
import { buildEffect } from '../records/build.ts';
import type { RecordDraft } from '../records/record.ts';
import type { GovernedList } from './governed-list.ts';
import { type CountedRefusal, RefusalLog, type SavedRefusals } from './refusal-log.ts';
import type { SiteWatch } from './site-watch.ts';
import type { Sync } from './sync.ts';
import type { TabMemory } from './tab-memory.ts';

/** Refusals of prompt calls that no hook of the page had reported. */
const UNREPORTED: ReadonlySet<string> = new Set(['no_permit', 'unguarded', 'unannounced_socket']);

interface Parts {
  append(draft: RecordDraft): Promise<unknown>;
  session(tab: number, app: string): Session;
  governed: GovernedList;
  sites: SiteWatch;
  tabs: TabMemory;
  sync: Sync;
  now(): number;
  sleep(ms: number): Promise<void>;
  onUnguarded(tab: number): void;
  saveSession(key: string, value: unknown): void;
}

/** A little longer than refusals are counted. */
const COUNTED_MS = 61_000;

export class GateRecorder {
  readonly #parts: Parts;
  readonly #log: RefusalLog;
  #isWaiting = false;

  /** `saved`: what an earlier background has counted. */
  constructor(saved: SavedRefusals, parts: Parts) {
    this.#parts = parts;
    this.#log = new RefusalLog(saved, (open) => parts.saveSession('refusals', open));
  }

  /** A request left that a recorded decision covers. */
  async released(decisionId: string): Promise<void> {
    const { append, sync } = this.#parts;
    await append(buildEffect({ decisionId, state: 'as_decided', observedBy: 'webrequest', agreement: 'agree' }));
    await sync.run();
  }

  async refused(refusal: Refusal): Promise<void> {
    const { append, session, governed, sites, tabs, sync, now, onUnguarded } = this.#parts;
    const { app, tab, code } = refusal;
    if (UNREPORTED.has(code)) sites.unseen(app);
    if (code === 'unguarded') onUnguarded(tab);
    if (refusal.inspection === null) {
      const { inspection: _, ...bare } = refusal;
      // Drafts leave no record: typing is nobody's business.
      if (bare.channel === 'draft') return;
      return this.#write(this.#log.note(bare, now()));
    }
    const site = (await governed.ready()).byId(app);
    if (site === null) return;
    const outcome = { answer: null, redactions: new Map(), latencyMs: 0 };
    const draft = await describeDecision(site, refusal.inspection, outcome, session(tab, app));
    await append(draft);
    tabs.decided(tab, now(), draft);
    await sync.run();
  }

  /** Write down what was counted in minutes that are over. */
  async flush(): Promise<void> {
    await this.#write(this.#log.due(this.#parts.now()));
  }

  async forgetTab(tab: number): Promise<void> {
    await this.#write(this.#log.forget(tab));
  }

  async #write(due: readonly CountedRefusal[]): Promise<void> {
    const { append, session, governed, tabs, sync, now } = this.#parts;
    this.#flushLater();
    for (const refusal of due) {
      const { app, tab, times } = refusal;
      const site = (await governed.ready()).byId(app);
      if (site === null) continue;
      const draft = describeRefusal(site, refusal, session(tab, app), now());
      await append(draft);
      if (times === 1) tabs.decided(tab, now(), draft);
    }
    if (due.length > 0) await sync.run();
  }

  /** A background that is stopped before has its successor do it. */
  #flushLater(): void {
    if (this.#isWaiting || !this.#log.isCounting) return;
    this.#isWaiting = true;
    const done = this.#parts.sleep(COUNTED_MS).then(() => {
      this.#isWaiting = false;
      return this.flush();
    });
    done.catch(() => undefined);
  }
}
