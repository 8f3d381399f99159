/**
 * L1 and L2 of the guard: holds what is about to leave, inspects it, lets the person decide where policy says so, and
 * answers with what may leave. Every way out that is not an explicit pass or rewrite is a refusal.
 */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { readAny } from '../sites/generic.ts';
import { Approvals, guiltyParts } from './approvals.ts';
import { describeDecision } from './describe.ts';
import { partDigest } from './digest.ts';
import { enteredDigests, enteredFindings } from './entered.ts';
import { InOrder } from './in-order.ts';
import { type Inspection, inspect } from './inspect.ts';
import { OpenQuestions } from './open-questions.ts';
import { isHandshake, isHiddenFromGate, type PermitRequest, permitFor } from './permit-request.ts';
import type { HoldPorts, NoticeCode, PersonAnswer, Session } from './ports.ts';
import { type RedactedPrompt, redactPrompt } from './redact-prompt.ts';

export type HoldVerdict =
  | { verdict: 'pass' }
  | { verdict: 'rewrite'; body: RequestBody }
  | { verdict: 'refuse'; code: string };

/** What becomes of text the person is about to send from the composer. */
export type SubmitOutcome = { kind: 'send' } | { kind: 'stop' } | { kind: 'write'; text: string };

/** Longer than the events of one press are apart, too short for anything that rules look at to change. */
const SAME_PRESS_MS = 1_000;
const PASS: HoldVerdict = { verdict: 'pass' };
const WITHDRAWN: HoldVerdict = { verdict: 'refuse', code: 'withdrawn' };
const NEVER = new AbortController().signal;

/** A call on its way through the judgement. */
interface Call {
  site: SiteAdapter;
  request: CapturedRequest;
  session: Session;
  withdrawn: AbortSignal;
  /** Others need not wait for this call any more. */
  stepAside(): void;
}

export class Hold {
  readonly #ports: HoldPorts;
  readonly #approved = new Approvals();
  #judged: { text: string; session: Session; at: number; verdict: 'pass' | 'hold' } | null = null;
  readonly #entered = new Set<string>();
  readonly #order = new InOrder();
  readonly #questions = new OpenQuestions();
  /** Milliseconds each inspection took: the person's time for thinking is not ours to count. */
  readonly #latency = new WeakMap<Inspection, number>();

  constructor(ports: HoldPorts) {
    this.#ports = ports;
  }

  /**
   * Judge a network call that the hook holds. Never rejects.
   * @param withdrawn aborted when the page gives the call up: a question to the person closes, and nothing is released
   */
  async onRequest(site: SiteAdapter, request: CapturedRequest, withdrawn = NEVER): Promise<HoldVerdict> {
    if (!this.#ports.isCurrent()) return this.#refuse('disconnected', null);
    try {
      const kind = site.callKind(request);
      // The gate looks at the whole tab, and has to be told about what it cannot see.
      if (kind === 'outside' && this.#entered.size === 0 && !isHiddenFromGate(request)) return PASS;
      const session = await this.#ports.session();
      if (kind === 'other' || kind === 'outside' || isHandshake(request)) {
        return await this.#judgeOther(site, request, kind === 'outside' ? kind : 'other', session, withdrawn);
      }
      return await this.#order.run(async (stepAside) => {
        const prompt = await site.read(request);
        if (prompt === null) return this.#passUnseen(site, request, session);
        return this.#judgePrompt({ site, request, session, withdrawn, stepAside }, prompt);
      });
    } catch {
      return this.#refuse(this.#ports.isCurrent() ? 'failed' : 'disconnected', null);
    }
  }

  /** Judge composer text at once: `pass` only when nothing at all was found. */
  judgeText(site: SiteAdapter, host: string, text: string): 'pass' | 'hold' {
    const session = this.#ports.sessionNow();
    if (session === null || !this.#ports.isCurrent()) return 'hold';
    this.#approved.forgetUnlessUnder(session.policyRef.digest);
    if (text === this.#approved.lastText) return 'pass';
    return this.#judgeOnce(site, host, text, session);
  }

  /** One press of the button is five events about the same text: it is classified once for all of them. */
  #judgeOnce(site: SiteAdapter, host: string, text: string, session: Session): 'pass' | 'hold' {
    const now = this.#ports.now();
    const last = this.#judged;
    if (last?.text === text && last.session === session && Math.abs(now - last.at) < SAME_PRESS_MS) return last.verdict;
    const inspection = this.#inspect(composerPrompt(site, host, text), session);
    const verdict = inspection.decision.action === 'allow' ? 'pass' : 'hold';
    this.#judged = { text, session, at: now, verdict };
    return verdict;
  }

  /** Remember the values in text the person is writing, so that no other call carries them away. */
  async onText(site: SiteAdapter, host: string, text: string): Promise<void> {
    const session = this.#ports.sessionNow();
    if (session !== null) await this.#remember(this.#inspect(composerPrompt(site, host, text), session), session);
  }

  /** Decide about composer text that was held. Never rejects. */
  async resolveText(site: SiteAdapter, host: string, text: string): Promise<SubmitOutcome> {
    try {
      if (!this.#ports.isCurrent()) throw new Error('no protection any more');
      const session = await this.#ports.session();
      this.#approved.forgetUnlessUnder(session.policyRef.digest);
      const inspection = this.#inspect(composerPrompt(site, host, text), session);
      if (inspection.decision.action === 'allow') return { kind: 'send' };
      await this.#remember(inspection, session);
      return await this.#resolve(site, inspection, session);
    } catch {
      this.#refuse(this.#ports.isCurrent() ? 'failed' : 'disconnected', null);
      return { kind: 'stop' };
    }
  }

  async #resolve(site: SiteAdapter, inspection: Inspection, session: Session): Promise<SubmitOutcome> {
    const { redacted, answer } = await this.#askPerson(inspection, NEVER);
    if (answer.choice === 'edit' || answer.choice === 'cancel') {
      await this.#commit(site, inspection, answer, null, null, session);
      return { kind: 'stop' };
    }
    const before = inspection.prompt.parts[0]!.text;
    const text = answer.choice === 'redact' ? (redacted.replacements.get('composer') ?? before) : before;
    const id = await this.#commit(
      site,
      inspection,
      answer,
      answer.choice === 'redact' ? redacted : null,
      null,
      session,
    );
    this.#approved.add([await partDigest(text, session.digester)], id);
    this.#approved.lastText = text;
    return answer.choice === 'redact' ? { kind: 'write', text } : { kind: 'send' };
  }

  async #judgePrompt(call: Call, prompt: Prompt): Promise<HoldVerdict> {
    const { site, request, session, withdrawn } = call;
    if (prompt.channel !== 'draft') this.#ports.seen?.(prompt);
    const inspection = this.#inspect(prompt, session);
    const parts = await this.#digests(prompt, session);
    const permit = await permitFor(site.id, request, parts, prompt.unreadable.length > 0, session.digester);
    this.#approved.forgetUnlessUnder(session.policyRef.digest);
    if (withdrawn.aborted) return WITHDRAWN;
    const decidedBefore = this.#approved.decisionFor(inspection, parts);
    if (decidedBefore !== null) {
      if (permit) await this.#ports.vouch(decidedBefore, permit);
      return PASS;
    }
    if (inspection.decision.action === 'allow') {
      if (prompt.channel === 'draft') {
        if (permit?.opaque) await this.#ports.vouch(null, permit);
        return PASS;
      }
      await this.#commit(site, inspection, null, null, permit, session);
      return PASS;
    }
    await this.#remember(inspection, session);
    // Nobody is asked about a draft: the person is still writing. It simply stays here.
    if (prompt.channel === 'draft') return { verdict: 'refuse', code: 'draft_held' };
    call.stepAside();
    return this.#judgeWithPerson(call, inspection, permit);
  }

  async #judgeWithPerson(call: Call, inspection: Inspection, permit: PermitRequest | null): Promise<HoldVerdict> {
    const { site, request, session, withdrawn } = call;
    const { redacted, answer } = await this.#askPerson(inspection, withdrawn);
    if (answer.choice === 'proceed' || answer.choice === 'justify') {
      const id = await this.#commit(site, inspection, answer, null, permit, session);
      this.#approved.add(await this.#digests(inspection.prompt, session), id);
      return PASS;
    }
    if (answer.choice !== 'redact') {
      await this.#commit(site, inspection, answer, null, null, session);
      return withdrawn.aborted ? WITHDRAWN : { verdict: 'refuse', code: 'person_stopped' };
    }
    const body = await site.write(request, redacted.replacements);
    if (body === null) return this.#refuse('unwritable', inspection);
    // The body that leaves is what counts: read it again as the gate will.
    const rewritten = { ...request, body };
    const sent = await site.read(rewritten);
    if (sent === null) return this.#refuse('changed', inspection);
    const after = this.#inspect(sent, session);
    if (after.decision.action !== 'allow') return this.#refuse('changed', inspection);
    const parts = await this.#digests(sent, session);
    const redactedPermit = await permitFor(site.id, rewritten, parts, sent.unreadable.length > 0, session.digester);
    const id = await this.#commit(site, inspection, answer, redacted, redactedPermit, session);
    this.#approved.add(parts, id);
    return { verdict: 'rewrite', body };
  }

  async #judgeOther(
    site: SiteAdapter,
    request: CapturedRequest,
    kind: 'other' | 'outside',
    session: Session,
    withdrawn: AbortSignal,
  ): Promise<HoldVerdict> {
    const prompt = await readAny(site, request);
    if (prompt !== null) {
      const inspection = this.#inspect(prompt, session);
      const held = await enteredFindings(inspection, kind, this.#entered, session.digester);
      if (held.length > 0) return this.#refuse('rule', inspection);
    }
    return withdrawn.aborted ? WITHDRAWN : this.#passUnseen(site, request, session);
  }

  /**
   * Nothing to decide about; the gate may not be able to see that for itself. A socket it never sees into: it opens none
   * that no hook has announced here.
   */
  async #passUnseen(site: SiteAdapter, request: CapturedRequest, session: Session): Promise<HoldVerdict> {
    if (isHandshake(request) || isHiddenFromGate(request)) {
      const permit = await permitFor(site.id, request, [], false, session.digester);
      if (permit) await this.#ports.vouch(null, permit);
    }
    return PASS;
  }

  async #askPerson(
    inspection: Inspection,
    withdrawn: AbortSignal,
  ): Promise<{ redacted: RedactedPrompt; answer: PersonAnswer }> {
    const { prompt, decision } = inspection;
    const redacted = redactPrompt(inspection, this.#ports.vault(prompt.conversation));
    const answer = await this.#questions.ask(questionKey(inspection), withdrawn, (moot) =>
      this.#ports.ask(inspection, redacted, moot),
    );
    const offered = decision.choices.includes(answer.choice);
    return { redacted, answer: offered ? answer : { choice: 'cancel', justification: null } };
  }

  async #commit(
    site: SiteAdapter,
    inspection: Inspection,
    answer: PersonAnswer | null,
    redacted: RedactedPrompt | null,
    permit: PermitRequest | null,
    session: Session,
  ): Promise<string> {
    const latencyMs = this.#latency.get(inspection) ?? 0;
    const redactions = redacted?.counts ?? new Map();
    const draft = await describeDecision(site, inspection, { answer, redactions, latencyMs }, session);
    return this.#ports.commit(draft, permit);
  }

  async #remember(inspection: Inspection, session: Session): Promise<void> {
    const digests = await enteredDigests(inspection, session.digester);
    const fresh = digests.filter((digest) => !this.#entered.has(digest));
    for (const digest of fresh) this.#entered.add(digest);
    if (fresh.length > 0) this.#ports.entered(fresh);
  }

  #inspect(prompt: Prompt, session: Session): Inspection {
    const timeMs = this.#ports.now();
    const inspection = inspect(prompt, session.policy, { ...session.context, timeMs });
    this.#latency.set(inspection, Math.max(0, Math.round(this.#ports.now() - timeMs)));
    return inspection;
  }

  #digests({ parts }: Prompt, { digester }: Session): Promise<string[]> {
    return Promise.all(parts.map((part) => partDigest(part.text, digester)));
  }

  #refuse(code: NoticeCode, inspection: Inspection | null): HoldVerdict {
    this.#ports.notify(code, inspection);
    return { verdict: 'refuse', code };
  }
}

/** Equal for questions that one answer settles. What cannot be read is not known to be the same as anything. */
function questionKey(inspection: Inspection): unknown {
  const { prompt, decision } = inspection;
  if (prompt.unreadable.length > 0) return inspection;
  const guilty = guiltyParts(inspection);
  const texts = prompt.parts
    .filter((_, index) => guilty.length === 0 || guilty.includes(index))
    .map(({ text }) => text);
  return JSON.stringify([decision.choices, ...texts]);
}

function composerPrompt(site: SiteAdapter, host: string, text: string): Prompt {
  const parts = [{ id: 'composer', role: 'user' as const, kind: 'text' as const, text }];
  return { app: site.id, host, channel: 'typed', shape: 'known', conversation: null, parts, unreadable: [] };
}
