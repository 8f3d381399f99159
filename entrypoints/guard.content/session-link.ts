/** The guard's line to the background: the policy in force, kept current, and what goes with it. */
import { browser } from 'wxt/browser';
import type { Language } from '../../lib/language/language.ts';
import { POLICY_STAMP } from '../../lib/messages/answers.ts';
import { createDigester } from '../../lib/pipeline/digest.ts';
import type { Session } from '../../lib/pipeline/ports.ts';
import { call } from '../../lib/platform/messenger.ts';
import { fromBase64 } from '../../lib/policy/base64.ts';

export class SessionLink {
  readonly #app: string;
  #now: Session | null = null;
  #opening: Promise<Session> | null = null;
  language: Language = 'en';

  constructor(app: string) {
    this.#app = app;
    browser.storage.onChanged.addListener((changes, area) => {
      if (area !== 'local' || !(POLICY_STAMP in changes)) return;
      this.renew();
    });
    void this.ready().catch(() => undefined);
  }

  get now(): Session | null {
    return this.#now;
  }

  /** Ask for the session anew. The old policy stays in force until the new one is here, also for requests in between. */
  renew(): void {
    this.#opening = null;
    void this.ready().catch(() => undefined);
  }

  /** The session, asked for again after every failure: the next prompt is the next chance. */
  ready(): Promise<Session> {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #open(): Promise<Session> {
    const offer = await call('guard.open', { app: this.#app });
    const key = fromBase64(offer.digestKey);
    if (key === null) throw new Error('digest key is not base64');
    const { digestKey: _, language, ...session } = offer;
    this.#now = { ...session, digester: await createDigester(key) };
    this.language = language;
    return this.#now;
  }
}
