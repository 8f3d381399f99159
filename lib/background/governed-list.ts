/**
 * Which apps are governed right now: those of the package, of managed settings, of policy. Loaded from local storage
 * at every start of the worker, before anything else, so that the gate knows added hosts without waiting for the rest.
 */
import { addedMatches, type GovernedState, governedApps, NOTHING_MORE } from '../coverage/governed.ts';
import type { GovernedApps } from '../sites/governed-apps.ts';

export interface GovernedListPorts {
  /** Null when nothing was ever stored. Rejects when storage cannot be read. */
  load(): Promise<GovernedState | null>;
  save(state: GovernedState): Promise<void>;
  /** Run hook and guard on these match patterns (all of them, and on no others), from the next page load on. */
  register(matches: string[]): Promise<void>;
}

export class GovernedList {
  readonly #ports: GovernedListPorts;
  readonly #loaded: Promise<GovernedState | null>;
  /** Settles when managed settings were applied once, or could not be. */
  readonly #settled = Promise.withResolvers<void>();
  #state: GovernedState | null = null;
  #apps: GovernedApps | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: GovernedListPorts) {
    this.#ports = ports;
    this.#loaded = ports.load().then((state) => {
      if (state !== null && this.#state === null) this.#use(state);
      return state;
    });
    this.#loaded.catch(() => undefined);
  }

  /** Null while it is not known yet which hosts were added: a request to a host that is not of the package has to wait. */
  get now(): GovernedApps | null {
    return this.#apps;
  }

  get state(): GovernedState {
    return this.#state ?? NOTHING_MORE;
  }

  /**
   * All governed apps. At the very first start there is nothing to load, and managed settings are waited for: hosts
   * an admin added are held from the first request on. Rejects when neither can be read.
   */
  async ready(): Promise<GovernedApps> {
    await this.#loaded;
    if (this.#apps === null) await this.#settled.promise;
    return this.#apps ?? governedApps(NOTHING_MORE);
  }

  /** Take over what changed; the rest stays. Resolves once it is stored and pages will be hooked. */
  change(changes: Partial<GovernedState>): Promise<void> {
    const done = this.#last.then(() => this.#change(changes));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Run hook and guard again on what is governed: an update of the extension makes the browser forget. */
  renew(): Promise<void> {
    const done = this.#last.then(async () => {
      await this.#loaded.catch(() => null);
      await this.#ports.register(addedMatches(this.state));
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Managed settings cannot be read: what was stored stays in force, and nothing is waited for any more. */
  giveUp(): void {
    this.#settled.resolve();
  }

  async #change(changes: Partial<GovernedState>): Promise<void> {
    const stored = await this.#loaded.catch(() => null);
    const before = this.#state ?? stored;
    const next = { ...(before ?? NOTHING_MORE), ...changes };
    const isSame = before !== null && JSON.stringify(before) === JSON.stringify(next);
    this.#use(next);
    if (isSame) return;
    await this.#ports.save(next);
    await this.#ports.register(addedMatches(next));
  }

  #use(state: GovernedState): void {
    this.#state = state;
    this.#apps = governedApps(state);
    this.#settled.resolve();
  }
}
