/**
 * What the background learns about sites besides their prompts: how well each app is read, whose account is used there,
 * and AI sites that nobody listed.
 */
import { AccountBook, accountBookSchema, accountOf, type SeenRequest } from '../coverage/account.ts';
import { Discovery, type SeenAnswer, type SeenCall } from '../coverage/discovery.ts';
import { afterCall, afterUnseen, type Canary, type HealthBook, healthBookSchema } from '../coverage/health.ts';
import { sighted } from '../coverage/sightings.ts';
import type { AccountKind } from '../policy/decision.ts';
import type { PolicySites } from '../policy/schema.ts';
import { buildSiteDiscovered } from '../records/build.ts';
import type { RecordDraft } from '../records/record.ts';
import type { SluiceDb } from '../storage/db.ts';
import { readMeta, writeMeta } from '../storage/meta.ts';
import type { BackgroundPorts } from './background.ts';
import type { GovernedList } from './governed-list.ts';

export interface SiteWatchPorts extends Pick<BackgroundPorts, 'loadSession' | 'saveSession'> {
  db: SluiceDb;
  governed: GovernedList;
  now(): number;
  /** What the policy in force says about sites. */
  sites(): PolicySites;
  append(draft: RecordDraft): Promise<unknown>;
  /** Another account is used in some tab: guards have to be told. */
  onAccount(): void;
}

/** More hosts than this are recorded but no longer governed by themselves. */
const MAX_UNLISTED = 500;

export class SiteWatch {
  readonly #ports: SiteWatchPorts;
  readonly #discovery = new Discovery();
  readonly #accounts: AccountBook;
  #health: HealthBook;
  /** Sightings are written one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(ports: SiteWatchPorts, health: HealthBook, accounts: AccountBook) {
    this.#ports = ports;
    this.#health = health;
    this.#accounts = accounts;
  }

  static async open(ports: SiteWatchPorts): Promise<SiteWatch> {
    const health = await ports.loadSession('health', healthBookSchema, {});
    const accounts = await ports.loadSession('accounts', accountBookSchema, {});
    return new SiteWatch(ports, health, new AccountBook(accounts, (saved) => ports.saveSession('accounts', saved)));
  }

  get health(): HealthBook {
    return this.#health;
  }

  canary(app: string, canary: Canary): void {
    this.#setHealth(app, afterCall(this.#health[app], canary));
  }

  /** The gate refused a prompt call that no hook of the page had reported. */
  unseen(app: string): void {
    this.#setHealth(app, afterUnseen(this.#health[app]));
  }

  /** Headers of a request that may tell the account. */
  headers(tab: number, request: SeenRequest): void {
    const app = this.#ports.governed.now?.forUrl(request.url)?.id;
    const kind = app === undefined ? null : accountOf(request, this.#ports.sites().corporateTenants ?? []);
    if (app === undefined || kind === null) return;
    const before = this.#accounts.of(tab, app);
    if (this.#accounts.see(tab, app, kind) && before !== kind) this.#ports.onAccount();
  }

  accountOf(tab: number, app: string): AccountKind {
    return this.#accounts.of(tab, app);
  }

  forgetTab(tab: number): void {
    this.#accounts.forget(tab);
  }

  /** A call of any page; cheap, and nothing of it is kept but that it holds a sentence. */
  called(call: SeenCall): void {
    const { governed } = this.#ports;
    if (this.#mode === 'off' || governed.now === null) return;
    this.#discovery.called(call, governed.now);
  }

  /** Its answer begins. Resolves once a site that was found is recorded, and governed where policy wants it. */
  answered(answer: SeenAnswer): Promise<void> {
    const host = this.#discovery.answered(answer);
    if (host === null) return Promise.resolve();
    const done = this.#last.then(() => this.#record(host));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Policy changed: hosts stay governed only as long as it governs what is found. */
  async policyChanged(): Promise<void> {
    const { governed } = this.#ports;
    if (this.#mode !== 'govern' && governed.state.unlisted.length > 0) await governed.change({ unlisted: [] });
  }

  get #mode(): 'off' | 'record' | 'govern' {
    return this.#ports.sites().discovery ?? 'record';
  }

  async #record(host: string): Promise<void> {
    const { db, governed, now } = this.#ports;
    const { unlisted } = governed.state;
    const governs = this.#mode === 'govern' && unlisted.length < MAX_UNLISTED;
    // Held first: the record can wait, the next prompt cannot.
    if (governs && !unlisted.includes(host)) await governed.change({ unlisted: [...unlisted, host] });
    const { seen, due } = sighted((await readMeta(db, 'sightings')) ?? {}, host, now());
    if (due !== null) await this.#ports.append(buildSiteDiscovered({ host, times: due, governed: governs }));
    await writeMeta(db, 'sightings', seen);
  }

  #setHealth(app: string, counts: HealthBook[string]): void {
    this.#health = { ...this.#health, [app]: counts };
    this.#ports.saveSession('health', this.#health);
  }
}
