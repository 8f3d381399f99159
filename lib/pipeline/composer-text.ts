/** L1: the text in the composer, judged before it is sent. */
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { partDigest } from './digest.ts';
import type { Inspection } from './inspect.ts';
import { type Judgement, NEVER } from './judgement.ts';
import { LookAhead } from './look-ahead.ts';
import type { Session } from './ports.ts';

/** What becomes of text the person is about to send from the composer. */
export type SubmitOutcome = { kind: 'send' } | { kind: 'stop' } | { kind: 'write'; text: string };

export class ComposerText {
  readonly #judgement: Judgement;
  readonly #ahead: LookAhead;
  /** Under which everything in `#ahead` was classified. */
  #session: Session | null = null;

  constructor(judgement: Judgement) {
    this.#judgement = judgement;
    this.#ahead = new LookAhead((text) => judgement.ports.classify({ parts: [composerPart(text)] }));
  }

  /** Judge at once: `pass` only for text that was looked at while it was written, and in which nothing was found. */
  judge(site: SiteAdapter, host: string, text: string): 'pass' | 'hold' {
    const { ports, approved } = this.#judgement;
    const session = ports.sessionNow();
    if (session === null || !ports.isCurrent()) return 'hold';
    approved.forgetUnlessUnder(session.policyRef.digest);
    if (text === approved.lastText) return 'pass';
    this.#follow(session);
    const known = this.#ahead.known(text);
    if (known === null) return 'hold';
    const { decision } = this.#judgement.conclude(composerPrompt(site, host, text), known, session);
    return decision.action === 'allow' ? 'pass' : 'hold';
  }

  /** The person is writing this. */
  onTyping(text: string): void {
    const session = this.#judgement.ports.sessionNow();
    if (session === null) return;
    this.#follow(session);
    this.#ahead.see(text);
  }

  /**
   * Remember the values in text the person has entered, so that no other call carries them away. Text that was entered
   * before the session was there is remembered when it is.
   */
  async onText(site: SiteAdapter, host: string, text: string): Promise<void> {
    const session = await this.#judgement.ports.session();
    await this.#judgement.remember(await this.#inspect(site, host, text, session), session);
  }

  /** Decide about text that was held. Never rejects. */
  async resolve(site: SiteAdapter, host: string, text: string): Promise<SubmitOutcome> {
    const { ports, approved } = this.#judgement;
    try {
      if (!ports.isCurrent()) throw new Error('no protection any more');
      const session = await ports.session();
      approved.forgetUnlessUnder(session.policyRef.digest);
      const inspection = await this.#inspect(site, host, text, session);
      if (inspection.decision.action === 'allow') return { kind: 'send' };
      await this.#judgement.remember(inspection, session);
      return await this.#askAndApprove(site, inspection, session);
    } catch {
      this.#judgement.fail();
      return { kind: 'stop' };
    }
  }

  async #inspect(site: SiteAdapter, host: string, text: string, session: Session): Promise<Inspection> {
    this.#follow(session);
    return this.#judgement.inspect(composerPrompt(site, host, text), session, () => this.#ahead.of(text));
  }

  #follow(session: Session): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#ahead.forget();
  }

  async #askAndApprove(site: SiteAdapter, inspection: Inspection, session: Session): Promise<SubmitOutcome> {
    const judgement = this.#judgement;
    const { redacted, answer, isRepeated } = await judgement.ask(inspection, NEVER);
    if (answer.choice === 'edit' || answer.choice === 'cancel') {
      if (!isRepeated) await judgement.commit(site, inspection, answer, null, null, session);
      return { kind: 'stop' };
    }
    const isRedacted = answer.choice === 'redact';
    const before = inspection.prompt.parts[0]!.text;
    const text = isRedacted ? (redacted.replacements.get('composer') ?? before) : before;
    const id = await judgement.commit(site, inspection, answer, isRedacted ? redacted : null, null, session);
    const at = { conversation: null, parts: await judgement.digests(inspection.prompt, session) };
    if (isRedacted) {
      const parts = [await partDigest(text, session.digester)];
      judgement.approveRedacted(inspection, at, inspection.prompt, parts, id);
    } else {
      await judgement.approveSent(inspection, at, id, session);
    }
    judgement.approved.lastText = text;
    return isRedacted ? { kind: 'write', text } : { kind: 'send' };
  }
}

function composerPrompt(site: SiteAdapter, host: string, text: string): Prompt {
  const parts = [composerPart(text)];
  return { app: site.id, host, channel: 'typed', shape: 'known', conversation: null, parts, unreadable: [] };
}

function composerPart(text: string) {
  return { id: 'composer', role: 'user', kind: 'text', text } as const;
}
