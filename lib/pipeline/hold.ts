/**
 * L1 and L2 of the guard: holds what is about to leave, inspects it, lets the person decide where policy says so, and
 * answers with what may leave. Every way out that is not an explicit pass or rewrite is a refusal.
 */
import type { Prompt } from '../prompt/prompt.ts';
import { type CapturedRequest, hidesBody, type RequestBody } from '../prompt/request.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { readAny } from '../sites/generic.ts';
import { describeDecision } from './describe.ts';
import { partDigest } from './digest.ts';
import { enteredDigests, enteredFindings } from './entered.ts';
import { type Inspection, inspect } from './inspect.ts';
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
export class Hold {
  readonly #ports: HoldPorts;
  /** Keyed digest of an approved text -> the decision that approved it. */
  readonly #approved = new Map<string, string>();
  /** The text approved last, for the synchronous judgement of the composer: some apps send it a moment later. */
  #approvedText: string | null = null;
  #judged: { text: string; session: Session; at: number; verdict: 'pass' | 'hold' } | null = null;
  /** Digest of the policy the approvals were given under. */
  #approvedUnder: string | null = null;
  readonly #entered = new Set<string>();
  /** Milliseconds each inspection took: the person's time for thinking is not ours to count. */
  readonly #latency = new WeakMap<Inspection, number>();

  constructor(ports: HoldPorts) {
    this.#ports = ports;
  }

  /** Judge a network call that the hook holds. Never rejects. */
  async onRequest(site: SiteAdapter, request: CapturedRequest): Promise<HoldVerdict> {
    try {
      const kind = site.callKind(request);
      if (kind === 'outside' && this.#entered.size === 0) return PASS;
      const session = await this.#ports.session();
      if (kind === 'other' || kind === 'outside') return await this.#judgeOther(site, request, kind, session);
      const prompt = await site.read(request);
      return prompt === null
        ? await this.#passUnseen(site, request)
        : await this.#judgePrompt(site, request, prompt, session);
    } catch {
      return this.#refuse('failed', null);
    }
  }

  /** Judge composer text at once: `pass` only when nothing at all was found. */
  judgeText(site: SiteAdapter, host: string, text: string): 'pass' | 'hold' {
    const session = this.#ports.sessionNow();
    if (session === null) return 'hold';
    this.#forgetUnderOtherRules(session);
    if (text === this.#approvedText) return 'pass';
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
      const session = await this.#ports.session();
      this.#forgetUnderOtherRules(session);
      const inspection = this.#inspect(composerPrompt(site, host, text), session);
      if (inspection.decision.action === 'allow') return { kind: 'send' };
      await this.#remember(inspection, session);
      return await this.#resolve(site, inspection, session);
    } catch {
      this.#refuse('failed', null);
      return { kind: 'stop' };
    }
  }

  async #resolve(site: SiteAdapter, inspection: Inspection, session: Session): Promise<SubmitOutcome> {
    const { redacted, answer } = await this.#askPerson(inspection);
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
    this.#approved.set(await partDigest(text, session.digester), id);
    this.#approvedText = text;
    return answer.choice === 'redact' ? { kind: 'write', text } : { kind: 'send' };
  }

  async #judgePrompt(
    site: SiteAdapter,
    request: CapturedRequest,
    prompt: Prompt,
    session: Session,
  ): Promise<HoldVerdict> {
    if (prompt.channel !== 'draft') this.#ports.seen?.(prompt);
    const inspection = this.#inspect(prompt, session);
    const parts = await Promise.all(prompt.parts.map((part) => partDigest(part.text, session.digester)));
    const opaque = isHiddenFromGate(request) || prompt.unreadable.length > 0;
    const permit = { app: site.id, parts, opaque };
    this.#forgetUnderOtherRules(session);
    const decidedBefore = this.#decidedBefore(inspection, parts);
    if (decidedBefore !== null) {
      await this.#ports.vouch(decidedBefore, permit);
      return PASS;
    }
    if (inspection.decision.action === 'allow') {
      if (prompt.channel === 'draft') {
        if (opaque) await this.#ports.vouch(null, permit);
        return PASS;
      }
      await this.#commit(site, inspection, null, null, permit, session);
      return PASS;
    }
    await this.#remember(inspection, session);
    // Nobody is asked about a draft: the person is still writing. It simply stays here.
    if (prompt.channel === 'draft') return { verdict: 'refuse', code: 'draft_held' };
    return this.#judgeWithPerson(site, request, inspection, permit, session);
  }

  async #judgeWithPerson(
    site: SiteAdapter,
    request: CapturedRequest,
    inspection: Inspection,
    permit: { app: string; parts: string[]; opaque: boolean },
    session: Session,
  ): Promise<HoldVerdict> {
    const { redacted, answer } = await this.#askPerson(inspection);
    if (answer.choice === 'proceed' || answer.choice === 'justify') {
      const id = await this.#commit(site, inspection, answer, null, permit, session);
      for (const digest of permit.parts) this.#approved.set(digest, id);
      return PASS;
    }
    if (answer.choice !== 'redact') {
      await this.#commit(site, inspection, answer, null, null, session);
      return { verdict: 'refuse', code: 'person_stopped' };
    }
    const body = await site.write(request, redacted.replacements);
    if (body === null) return this.#refuse('unwritable', inspection);
    // The body that leaves is what counts: read it again as the gate will.
    const sent = await site.read({ ...request, body });
    if (sent === null) return this.#refuse('changed', inspection);
    const after = this.#inspect(sent, session);
    if (after.decision.action !== 'allow') return this.#refuse('changed', inspection);
    const parts = await Promise.all(sent.parts.map((part) => partDigest(part.text, session.digester)));
    const id = await this.#commit(site, inspection, answer, redacted, { ...permit, parts }, session);
    for (const digest of parts) this.#approved.set(digest, id);
    return { verdict: 'rewrite', body };
  }

  async #judgeOther(
    site: SiteAdapter,
    request: CapturedRequest,
    kind: 'other' | 'outside',
    session: Session,
  ): Promise<HoldVerdict> {
    const prompt = await readAny(site, request);
    if (prompt !== null) {
      const inspection = this.#inspect(prompt, session);
      const held = await enteredFindings(inspection, kind, this.#entered, session.digester);
      if (held.length > 0) return this.#refuse('rule', inspection);
    }
    return this.#passUnseen(site, request);
  }

  /** Nothing to decide about; the gate may not be able to see that for itself. */
  async #passUnseen(site: SiteAdapter, request: CapturedRequest): Promise<HoldVerdict> {
    if (isHiddenFromGate(request)) await this.#ports.vouch(null, { app: site.id, parts: [], opaque: true });
    return PASS;
  }

  /**
   * The decision that approved every part in which something was found, if there is one. What could not be read was
   * approved by nobody.
   */
  #decidedBefore({ prompt, classification }: Inspection, parts: string[]): string | null {
    if (prompt.unreadable.length > 0) return null;
    const guilty = new Set(classification.findings.map((finding) => finding.part));
    const digests = guilty.size > 0 ? [...guilty].map((index) => parts[index]!) : parts;
    if (digests.length === 0) return null;
    const decisions = digests.map((digest) => this.#approved.get(digest));
    return decisions.includes(undefined) ? null : decisions[0]!;
  }

  /** An approval holds under the rules it was given by. */
  #forgetUnderOtherRules({ policyRef }: Session): void {
    if (this.#approvedUnder === policyRef.digest) return;
    if (this.#approvedUnder !== null) {
      this.#approved.clear();
      this.#approvedText = null;
    }
    this.#approvedUnder = policyRef.digest;
  }

  async #askPerson(inspection: Inspection): Promise<{ redacted: RedactedPrompt; answer: PersonAnswer }> {
    const redacted = redactPrompt(inspection, this.#ports.vault(inspection.prompt.conversation));
    const answer = await this.#ports.ask(inspection, redacted);
    const offered = inspection.decision.choices.includes(answer.choice);
    return { redacted, answer: offered ? answer : { choice: 'cancel', justification: null } };
  }

  async #commit(
    site: SiteAdapter,
    inspection: Inspection,
    answer: PersonAnswer | null,
    redacted: RedactedPrompt | null,
    permit: { app: string; parts: string[]; opaque: boolean } | null,
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

  #refuse(code: NoticeCode, inspection: Inspection | null): HoldVerdict {
    this.#ports.notify(code, inspection);
    return { verdict: 'refuse', code };
  }
}

function composerPrompt(site: SiteAdapter, host: string, text: string): Prompt {
  const parts = [{ id: 'composer', role: 'user' as const, kind: 'text' as const, text }];
  return { app: site.id, host, channel: 'typed', shape: 'known', conversation: null, parts, unreadable: [] };
}

/** Chromium's gate sees no Blob, stream or file bytes, and no body of these methods (research: measured). */
function isHiddenFromGate({ body, method }: CapturedRequest): boolean {
  return body.kind === 'bytes' || body.kind === 'fields' || hidesBody(method);
}
