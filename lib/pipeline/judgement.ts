/** What every judgement of the guard does, whatever is judged: inspect, ask, write down, remember. */
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { Approvals, guiltyParts } from './approvals.ts';
import { describeDecision } from './describe.ts';
import { partDigest } from './digest.ts';
import { enteredDigests } from './entered.ts';
import { FileDesk } from './files.ts';
import { type Inspection, inspect } from './inspect.ts';
import { OpenQuestions } from './open-questions.ts';
import type { PermitRequest } from './permit-request.ts';
import type { HoldPorts, NoticeCode, PersonAnswer, Session } from './ports.ts';
import { type RedactedPrompt, redactPrompt } from './redact-prompt.ts';

export const NEVER = new AbortController().signal;

export interface Answered {
  answer: PersonAnswer;
  redacted: RedactedPrompt;
  /** What the adapter is to write for `redact`: text by part id, bytes by file id. */
  changes: ReadonlyMap<string, string | Uint8Array>;
}

export class Judgement {
  readonly ports: HoldPorts;
  readonly approved = new Approvals();
  readonly files: FileDesk;
  /** Keyed digests of values the person entered in this page. */
  readonly entered = new Set<string>();
  readonly #questions = new OpenQuestions();
  /** Milliseconds each inspection took: the person's time for thinking is not ours to count. */
  readonly #latency = new WeakMap<Inspection, number>();

  constructor(ports: HoldPorts) {
    this.ports = ports;
    this.files = new FileDesk(ports.files, ports.watchFiles);
  }

  inspect(prompt: Prompt, session: Session): Inspection {
    const timeMs = this.ports.now();
    const inspection = inspect(prompt, session.policy, { ...session.context, timeMs });
    this.#latency.set(inspection, Math.max(0, Math.round(this.ports.now() - timeMs)));
    return inspection;
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
    const { prompt, decision } = inspection;
    const redacted = redactPrompt(inspection, this.ports.vault(prompt.conversation));
    // Nobody is offered what cannot be done: files are written before the question, and thrown away with it.
    const { changes, unwritable } = await this.files.close(read, redacted.replacements);
    const choices = decision.choices.filter((choice) => choice !== 'redact' || unwritable.length === 0);
    const shown = { ...inspection, decision: { ...decision, choices } };
    const answer = await this.#questions.ask(questionKey(shown), withdrawn, (moot) =>
      this.ports.ask(shown, { ...redacted, unwritable }, moot),
    );
    const offered = choices.includes(answer.choice);
    return { redacted, changes, answer: offered ? answer : { choice: 'cancel', justification: null } };
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
