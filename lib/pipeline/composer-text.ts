/** L1: the text in the composer, judged before it is sent. */
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { partDigest } from './digest.ts';
import type { Inspection } from './inspect.ts';
import { type Judgement, NEVER } from './judgement.ts';
import type { Session } from './ports.ts';

/** What becomes of text the person is about to send from the composer. */
export type SubmitOutcome = { kind: 'send' } | { kind: 'stop' } | { kind: 'write'; text: string };

/** Longer than the events of one press are apart, too short for anything that rules look at to change. */
const SAME_PRESS_MS = 1_000;

export class ComposerText {
  readonly #judgement: Judgement;
  #judged: { text: string; session: Session; at: number; verdict: 'pass' | 'hold' } | null = null;

  constructor(judgement: Judgement) {
    this.#judgement = judgement;
  }

  /** Judge at once: `pass` only when nothing at all was found. */
  judge(site: SiteAdapter, host: string, text: string): 'pass' | 'hold' {
    const { ports, approved } = this.#judgement;
    const session = ports.sessionNow();
    if (session === null || !ports.isCurrent()) return 'hold';
    approved.forgetUnlessUnder(session.policyRef.digest);
    if (text === approved.lastText) return 'pass';
    return this.#judgeOnce(site, host, text, session);
  }

  /** One press of the button is five events about the same text: it is classified once for all of them. */
  #judgeOnce(site: SiteAdapter, host: string, text: string, session: Session): 'pass' | 'hold' {
    const now = this.#judgement.ports.now();
    const last = this.#judged;
    if (last?.text === text && last.session === session && Math.abs(now - last.at) < SAME_PRESS_MS) return last.verdict;
    const inspection = this.#judgement.inspect(composerPrompt(site, host, text), session);
    const verdict = inspection.decision.action === 'allow' ? 'pass' : 'hold';
    this.#judged = { text, session, at: now, verdict };
    return verdict;
  }

  /** Remember the values in text the person is writing, so that no other call carries them away. */
  async onText(site: SiteAdapter, host: string, text: string): Promise<void> {
    const { ports } = this.#judgement;
    const session = ports.sessionNow();
    if (session === null) return;
    await this.#judgement.remember(this.#judgement.inspect(composerPrompt(site, host, text), session), session);
  }

  /** Decide about text that was held. Never rejects. */
  async resolve(site: SiteAdapter, host: string, text: string): Promise<SubmitOutcome> {
    const { ports, approved } = this.#judgement;
    try {
      if (!ports.isCurrent()) throw new Error('no protection any more');
      const session = await ports.session();
      approved.forgetUnlessUnder(session.policyRef.digest);
      const inspection = this.#judgement.inspect(composerPrompt(site, host, text), session);
      if (inspection.decision.action === 'allow') return { kind: 'send' };
      await this.#judgement.remember(inspection, session);
      return await this.#askAndApprove(site, inspection, session);
    } catch {
      this.#judgement.fail();
      return { kind: 'stop' };
    }
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
  const parts = [{ id: 'composer', role: 'user' as const, kind: 'text' as const, text }];
  return { app: site.id, host, channel: 'typed', shape: 'known', conversation: null, parts, unreadable: [] };
}
