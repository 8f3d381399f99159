/**
 * L1 and L2 of the guard: holds what is about to leave, inspects it, lets the person decide where policy says so, and
 * answers with what may leave. Every way out that is not an explicit pass or rewrite is a refusal.
 */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { readAny, unknownUpload } from '../sites/generic.ts';
import { ComposerText, type SubmitOutcome } from './composer-text.ts';
import { enteredFindings } from './entered.ts';
import { Handshakes } from './handshakes.ts';
import { InOrder } from './in-order.ts';
import type { Inspection } from './inspect.ts';
import { Judgement, NEVER, type Redaction, type Standing } from './judgement.ts';
import { isHandshake, isHiddenFromGate, permitFor } from './permit-request.ts';
import type { PermitRequest } from './permit-schema.ts';
import { filesOf, type PickChannel, type PickedFile, pickAdapter, pickRequest } from './picked-files.ts';
import { isPiece, namesIn, Picks } from './picks.ts';
import type { HoldPorts, Session } from './ports.ts';
import { endsInNumber } from './unfinished.ts';

export type HoldVerdict =
  | { verdict: 'pass' }
  | { verdict: 'rewrite'; body: RequestBody }
  | { verdict: 'refuse'; code: string };

/** What becomes of files the person has brought: the same, others in their places (null: the same), or none. */
export type PickOutcome = { kind: 'pass' } | { kind: 'stop' } | { kind: 'replace'; files: (PickedFile | null)[] };

const PASS: HoldVerdict = { verdict: 'pass' };
const WITHDRAWN: HoldVerdict = { verdict: 'refuse', code: 'withdrawn' };
/** The person has been told why, when the file was judged. */
const FILE_REFUSED: HoldVerdict = { verdict: 'refuse', code: 'file_refused' };

/** A call on its way through the judgement. */
interface Call {
  site: SiteAdapter;
  request: CapturedRequest;
  session: Session;
  withdrawn: AbortSignal;
  /** Others need not wait for this call any more. */
  stepAside(): void;
  /** Files on their way into the page: the call that will carry them away is still to come. */
  isPick?: true;
}

export class Hold {
  readonly #ports: HoldPorts;
  readonly #judgement: Judgement;
  readonly #composer: ComposerText;
  readonly #picks = new Picks();
  readonly #order = new InOrder();
  readonly #handshakes: Handshakes;

  constructor(ports: HoldPorts) {
    this.#ports = ports;
    this.#judgement = new Judgement(ports);
    this.#composer = new ComposerText(this.#judgement);
    this.#handshakes = new Handshakes(ports.now);
  }

  /**
   * Judge a network call that the hook holds. Never rejects.
   * @param withdrawn aborted when the page gives the call up: a question to the person closes, and nothing is released
   */
  async onRequest(site: SiteAdapter, request: CapturedRequest, withdrawn = NEVER): Promise<HoldVerdict> {
    return this.#orRefuse(async () => {
      const kind = site.callKind(request);
      // The gate looks at the whole tab, and has to be told about what it cannot see.
      if (kind === 'outside' && this.#judgement.entered.size === 0 && !isHiddenFromGate(request)) return PASS;
      const session = await this.#ports.session();
      const upload = kind === 'other' || kind === 'outside' ? unknownUpload(site, request) : null;
      const alone = { request, session, withdrawn, stepAside: () => undefined };
      if (upload !== null) return this.#judge({ ...alone, site: upload });
      const judgeOther = () => this.#judgeOther(site, request, kind === 'outside' ? kind : 'other', session, withdrawn);
      if (isHandshake(request)) return this.#handshakes.inTurn(request.url, judgeOther);
      if (kind === 'other' || kind === 'outside') return judgeOther();
      return this.#order.run((stepAside) => this.#judge({ ...alone, site, stepAside }));
    });
  }

  /** Judge files before the page hears of them. Never rejects. `url`: the page's own. */
  async onFiles(site: SiteAdapter, url: string, files: PickedFile[], channel: PickChannel): Promise<PickOutcome> {
    const settle = this.#picks.begin(files);
    const adapter = pickAdapter(site, channel);
    const request = pickRequest(url, files);
    const verdict = await this.#orRefuse(async () => {
      const session = await this.#ports.session();
      const prompt = await adapter.read(request);
      const call: Call = {
        site: adapter,
        request,
        session,
        withdrawn: NEVER,
        stepAside: () => undefined,
        isPick: true,
      };
      return prompt === null ? PASS : this.#judgePrompt(call, prompt);
    });
    const released = verdict.verdict === 'rewrite' ? filesOf(verdict.body) : files;
    settle(verdict.verdict === 'refuse' ? null : released);
    if (verdict.verdict !== 'rewrite') return { kind: verdict.verdict === 'pass' ? 'pass' : 'stop' };
    const isSame = (after: PickedFile, before: PickedFile) =>
      after.bytes === before.bytes && after.name === before.name;
    return { kind: 'replace', files: released.map((file, at) => (isSame(file, files[at]!) ? null : file)) };
  }

  /** Judge composer text at once: `pass` only when it is known that nothing was found. */
  judgeText(site: SiteAdapter, host: string, text: string): 'pass' | 'hold' {
    return this.#composer.judge(site, host, text);
  }

  /** The person is writing this: it may soon have to be judged at once. */
  onTyping(text: string): void {
    this.#composer.onTyping(text);
  }

  /** Remember the values in text the person has entered, so that no other call carries them away. */
  onText(site: SiteAdapter, host: string, text: string): Promise<void> {
    return this.#composer.onText(site, host, text);
  }

  /** Decide about composer text that was held. Never rejects. */
  resolveText(site: SiteAdapter, host: string, text: string): Promise<SubmitOutcome> {
    return this.#composer.resolve(site, host, text);
  }

  async #orRefuse(judge: () => Promise<HoldVerdict>): Promise<HoldVerdict> {
    if (!this.#ports.isCurrent()) return this.#judgement.refuse('disconnected', null);
    try {
      return await judge();
    } catch {
      return this.#judgement.fail();
    }
  }

  async #judge(call: Call): Promise<HoldVerdict> {
    const { site, request, session } = call;
    const prompt = await site.read(request);
    return prompt === null ? this.#passUnseen(site, request, session) : this.#judgePrompt(call, prompt);
  }

  async #judgePrompt(call: Call, read: Prompt): Promise<HoldVerdict> {
    const { site, request, session, withdrawn, isPick } = call;
    const { approved, files } = this.#judgement;
    if (read.channel !== 'draft' && !isPick) this.#ports.seen?.(read);
    const isUpload = site.callKind(request) === 'upload';
    // Whoever reads files, or waits for some to be read, holds up nobody else.
    if (isUpload || files.hasFiles(read)) call.stepAside();
    if (isUpload && !isPick && !(await this.#picks.mayAnnounce(namesIn(read)))) return FILE_REFUSED;
    const prompt = await files.open(await this.#asWhole(call, read), withdrawn);
    const at = await this.#judgement.standing(prompt, session);
    const whole = await this.#judgement.inspectIn(at, prompt, session);
    const permit = await this.#permitFor(call, request, read);
    if (withdrawn.aborted) return WITHDRAWN;
    const before = approved.decidedBefore(at.conversation, whole, at.parts);
    if (before?.outcome === 'sent') {
      if (permit) await this.#ports.vouch(before.decision, permit);
      this.#judgement.seams.sent(at.conversation, prompt);
      return PASS;
    }
    const inspection = this.#judgement.withoutSent(whole, at, session);
    if (inspection.decision.action === 'allow') {
      if (isPick) return PASS;
      if (prompt.channel === 'draft') {
        if (endsInNumber(prompt)) return { verdict: 'refuse', code: 'draft_held' };
        if (permit?.opaque) await this.#ports.vouch(null, permit);
        return PASS;
      }
      await this.#judgement.commit(site, inspection, null, null, permit, session);
      this.#judgement.seams.sent(at.conversation, prompt);
      return PASS;
    }
    await this.#judgement.remember(inspection, session);
    // Nobody is asked about a draft: the person is still writing. It simply stays here.
    if (prompt.channel === 'draft') return { verdict: 'refuse', code: 'draft_held' };
    call.stepAside();
    const redaction = before && (await this.#judgement.redact(inspection, read));
    return redaction?.unwritable.length === 0
      ? this.#sendRedacted(call, at, inspection, redaction, async (again) => {
          if (again) await this.#ports.vouch(before!.decision, again);
          return before!.decision;
        })
      : this.#judgeWithPerson(call, read, at, inspection, permit);
  }

  /** A piece of a file says nothing about the file: it passes as part of one that was judged whole, or not at all. */
  async #asWhole({ request, isPick }: Call, read: Prompt): Promise<Prompt> {
    if (isPick || read.channel !== 'file') return read;
    if (await this.#picks.covers(request)) return { ...read, parts: [], unreadable: [] };
    const piece = { id: 'piece', reason: 'unknown_shape' } as const;
    return isPiece(request) ? { ...read, unreadable: [...read.unreadable, piece] } : read;
  }

  async #judgeWithPerson(
    call: Call,
    read: Prompt,
    at: Standing,
    inspection: Inspection,
    permit: PermitRequest | null,
  ): Promise<HoldVerdict> {
    const { site, session, withdrawn } = call;
    const judgement = this.#judgement;
    const { answer, isRepeated, ...redaction } = await judgement.ask(inspection, withdrawn, read);
    if (answer.choice === 'proceed' || answer.choice === 'justify') {
      const id = await judgement.commit(site, inspection, answer, null, permit, session);
      await judgement.approveSent(inspection, at, id, session);
      judgement.seams.sent(at.conversation, inspection.prompt);
      return PASS;
    }
    if (answer.choice === 'redact') {
      return this.#sendRedacted(call, at, inspection, redaction, (redactedPermit) =>
        judgement.commit(site, inspection, answer, redaction.redacted, redactedPermit, session),
      );
    }
    if (!isRepeated) await judgement.commit(site, inspection, answer, null, null, session);
    return withdrawn.aborted ? WITHDRAWN : { verdict: 'refuse', code: 'person_stopped' };
  }

  /** @param commit makes the permit; resolves to the decision's id */
  async #sendRedacted(
    call: Call,
    at: Standing,
    inspection: Inspection,
    { changes }: Redaction,
    commit: (permit: PermitRequest | null) => Promise<string>,
  ): Promise<HoldVerdict> {
    const { site, request, session, withdrawn } = call;
    const judgement = this.#judgement;
    const body = await site.write(request, changes);
    if (body === null) return judgement.refuse('unwritable', inspection);
    // The body that leaves is what counts: read it again as the gate will.
    const rewritten = { ...request, body };
    const reread = await site.read(rewritten);
    if (reread === null) return judgement.refuse('changed', inspection);
    const sent = await judgement.files.open(reread, withdrawn);
    const there = await judgement.standing(sent, session);
    // What cannot be read stood in the question, and was answered with it.
    const seen = { ...sent, unreadable: unreadSince(inspection.prompt, sent) };
    const after = judgement.withoutSent(await judgement.inspectIn(there, seen, session), there, session);
    if (after.decision.action !== 'allow') return judgement.refuse('changed', inspection);
    const id = await commit(await this.#permitFor(call, rewritten, reread));
    judgement.approveRedacted(inspection, at, sent, there.parts, id);
    judgement.seams.sent(at.conversation, sent);
    return { verdict: 'rewrite', body };
  }

  /** What the gate is to be shown: it opens no files. */
  async #permitFor({ site, session, isPick }: Call, request: CapturedRequest, read: Prompt) {
    if (isPick) return null;
    const parts = await this.#judgement.digests(read, session);
    return permitFor(site.id, request, parts, read.unreadable.length > 0, session.digester);
  }

  async #judgeOther(
    site: SiteAdapter,
    request: CapturedRequest,
    kind: 'other' | 'outside',
    session: Session,
    withdrawn: AbortSignal,
  ): Promise<HoldVerdict> {
    // The gate judges such a call by the same rule. A page that is being left would lose it by waiting here.
    const isGates = session.context.coverage === 'full' && !isHiddenFromGate(request) && !isHandshake(request);
    if (isGates && this.#ports.isLeaving()) return PASS;
    const prompt = await readAny(site, request);
    if (prompt !== null) {
      const inspection = await this.#judgement.inspect(prompt, session);
      const held = await enteredFindings(inspection, kind, this.#judgement.entered, session.digester);
      if (held.length > 0) return this.#judgement.refuse('rule', inspection);
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
}

/** What cannot be read now and could be before, or was not there. */
function unreadSince(before: Prompt, now: Prompt): Prompt['unreadable'] {
  const known = new Set(before.unreadable.map(({ id, reason }) => `${id} ${reason}`));
  return now.unreadable.filter(({ id, reason }) => !known.has(`${id} ${reason}`));
}
