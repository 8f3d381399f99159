/** What every judgement of the guard does, whatever is judged: inspect, ask, write down, remember. */
import type { Classification, PromptFinding } from '../classify/finding.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { withoutAnswers } from './answers.ts';
import type { Approval } from './approval-schema.ts';
import { Approvals, approvalsOf, fileDigests, guiltyParts } from './approvals.ts';
import { describeDecision } from './describe.ts';
import { partDigest } from './digest.ts';
import { enteredDigests } from './entered.ts';
import { FileDesk } from './files.ts';
import { type Inspection, inspect, withFindings } from './inspect.ts';
import { OpenQuestions } from './open-questions.ts';
import type { PermitRequest } from './permit-schema.ts';
import type { HoldPorts, NoticeCode, PersonAnswer, Session } from './ports.ts';
import { type RedactedPrompt, redactPrompt } from './redact-prompt.ts';
import { Refusals } from './refusals.ts';
import { Seams } from './seams.ts';

export const NEVER = new AbortController().signal;
const CANCEL: PersonAnswer = { choice: 'cancel', justification: null };

export interface Redaction {
  redacted: RedactedPrompt;
  /** What the adapter is to write for `redact`: text by part id, bytes by file id. */
  changes: ReadonlyMap<string, string | Uint8Array>;
  /** Ids of files that cannot be written. */
  unwritable: string[];
}

export interface Answered extends Redaction {
  answer: PersonAnswer;
  /** A refusal from before: the record of it is written already. */
  isRepeated: boolean;
}

/** Where a prompt stands, and what its parts and files are known by. */
export interface Standing {
  /** Keyed digest; null: the app has not named it. */
  conversation: string | null;
  /** One for each part. */
  parts: string[];
}

export class Judgement {
  readonly ports: HoldPorts;
  readonly approved: Approvals;
  readonly seams: Seams;
  readonly files: FileDesk;
  /** Keyed digests of values the person entered in this page. */
  readonly entered = new Set<string>();
  readonly #questions = new OpenQuestions();
  readonly #refusals = new Refusals();
  /** Milliseconds each inspection took: the person's time for thinking is not ours to count. */
  readonly #latency = new WeakMap<Inspection, number>();

  constructor(ports: HoldPorts) {
    this.ports = ports;
    this.seams = new Seams(ports);
    this.approved = new Approvals(ports.approvals);
    this.files = new FileDesk(ports.files, ports.watchFiles);
  }

  /** Rejects when the text cannot be classified. `classify`: where somebody knows what is in it already. */
  async inspect(prompt: Prompt, session: Session, classify = () => this.ports.classify(prompt)): Promise<Inspection> {
    const start = this.ports.now();
    const inspection = this.conclude(prompt, await classify(), session);
    this.#latency.set(inspection, Math.max(0, Math.round(this.ports.now() - start)));
    return inspection;
  }

  /** Decide about a prompt of which it is known what is in it. */
  conclude(prompt: Prompt, classification: Classification, { policy, context }: Session): Inspection {
    return inspect(prompt, classification, policy, { ...context, timeMs: this.ports.now() });
  }

  /** Where a prompt stands, with everything that is known about its conversation at hand. */
  async standing(prompt: Prompt, session: Session): Promise<Standing> {
    const { app, conversation: id } = prompt;
    const conversation = id === null ? null : await session.digester.digest('conversation', `${app} ${id}`);
    const parts = await this.digests(prompt, session);
    this.approved.forgetUnlessUnder(session.policyRef.digest);
    await this.approved.open(conversation, [...parts, ...fileDigests(prompt)]);
    return { conversation, parts };
  }

  /** Inspect a prompt as part of its conversation: with what began in the message before, without the app's own text. */
  async inspectIn({ conversation }: Standing, prompt: Prompt, session: Session): Promise<Inspection> {
    const [alone, split] = await Promise.all([
      this.inspect(prompt, session),
      this.seams.findings(conversation, prompt),
    ]);
    const findings = [...alone.classification.findings, ...split.filter((half) => !overlapsAny(half, alone))];
    const isSent = (value: string) => this.approved.isSent(conversation, value);
    const whole = split.length === 0 ? alone : withFindings(alone, findings, session.policy);
    const inspection = await withoutAnswers(whole, session.policy, this.entered, session.digester, isSent);
    this.#latency.set(inspection, this.#latency.get(alone) ?? 0);
    return inspection;
  }

  /** What is left to decide: parts that may leave as they are need no second answer. */
  withoutSent(inspection: Inspection, { conversation, parts }: Standing, session: Session): Inspection {
    const findings = inspection.classification.findings.filter(
      ({ part }) => !this.approved.isSent(conversation, parts[part]!),
    );
    const open = withFindings(inspection, findings, session.policy);
    this.#latency.set(open, this.#latency.get(inspection) ?? 0);
    return open;
  }

  /** The person let a prompt go as it is: its parts, its files, and its values where the app repeats them. */
  async approveSent(inspection: Inspection, at: Standing, decision: string, session: Session): Promise<void> {
    const values = await enteredDigests(inspection, session.digester);
    const digests = [...values, ...at.parts, ...fileDigests(inspection.prompt)];
    this.approved.add(at.conversation, approvalsOf(digests, decision, 'sent'));
  }

  /** The person let a prompt go redacted: the page may know and send again either form of it. */
  approveRedacted(inspection: Inspection, at: Standing, sent: Prompt, sentParts: string[], decision: string): void {
    const originals = guiltyParts(inspection).map((index) => at.parts[index]!);
    const approvals: Approval[] = [
      ...approvalsOf(originals, decision, 'redacted'),
      ...approvalsOf([...sentParts, ...fileDigests(sent)], decision, 'sent'),
    ];
    this.approved.add(at.conversation, approvals);
  }

  /** Remember the values found, so that no other call carries them away. */
  async remember(inspection: Inspection, session: Session): Promise<void> {
    const digests = await enteredDigests(inspection, session.digester);
    const fresh = digests.filter((digest) => !this.entered.has(digest));
    for (const digest of fresh) this.entered.add(digest);
    if (fresh.length > 0) this.ports.entered(fresh);
  }

  /**
   * Ask the person.
   * @param read the prompt before its files were opened
   */
  async ask(inspection: Inspection, withdrawn: AbortSignal, read = inspection.prompt): Promise<Answered> {
    const { decision } = inspection;
    const redaction = await this.redact(inspection, read);
    const { redacted, unwritable } = redaction;
    // Nobody is offered what cannot be done: files are written before the question, and thrown away with it.
    const choices = decision.choices.filter((choice) => choice !== 'redact' || unwritable.length === 0);
    const shown = { ...inspection, decision: { ...decision, choices } };
    const key = questionKey(shown);
    if (this.#refusals.stands(key, this.ports.lastAction())) {
      return { ...redaction, answer: CANCEL, isRepeated: true };
    }
    const given = await this.#questions.ask(key, withdrawn, (moot) =>
      this.ports.ask(shown, { ...redacted, unwritable }, moot),
    );
    const answer = choices.includes(given.choice) ? given : CANCEL;
    if (!withdrawn.aborted && (answer.choice === 'cancel' || answer.choice === 'edit')) {
      this.#refusals.add(key, this.ports.now());
    }
    return { ...redaction, answer, isRepeated: false };
  }

  /** What redaction would make of a prompt. `read`: the prompt before its files were opened. */
  async redact(inspection: Inspection, read: Prompt): Promise<Redaction> {
    const redacted = redactPrompt(inspection, this.ports.vault(inspection.prompt.conversation));
    return { redacted, ...(await this.files.close(read, redacted.replacements)) };
  }

  /** Write the record, then mint the permit. `redacted`: null when nothing was redacted. */
  async commit(
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
    return this.ports.commit(draft, permit);
  }

  /** What approvals know parts by: their text, or the file they stand in. */
  digests({ parts, files = [] }: Prompt, { digester }: Session): Promise<string[]> {
    const digestOf = new Map(files.map(({ id, digest }) => [id, digest]));
    return Promise.all(parts.map(async ({ text, fileId = '' }) => digestOf.get(fileId) ?? partDigest(text, digester)));
  }

  refuse(code: NoticeCode, inspection: Inspection | null): { verdict: 'refuse'; code: string } {
    this.ports.notify(code, inspection);
    return { verdict: 'refuse', code };
  }

  /** For whatever went wrong. */
  fail(): { verdict: 'refuse'; code: string } {
    return this.refuse(this.ports.isCurrent() ? 'failed' : 'disconnected', null);
  }
}

function overlapsAny(half: PromptFinding, { classification }: Inspection): boolean {
  return classification.findings.some(
    ({ part, start, end }) => part === half.part && start < half.end && half.start < end,
  );
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
