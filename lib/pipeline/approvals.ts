/**
 * What the person has decided about, by keyed digest: asked once, sent as often as the app repeats it. An approval holds
 * within its conversation. One that was given before the app named a conversation (text in the composer, the first
 * prompt) becomes part of the first conversation that sends it, and of no other.
 */
import type { Prompt } from '../prompt/prompt.ts';
import type { Approval } from './approval-schema.ts';
import type { Inspection } from './inspect.ts';

/** Where approvals survive the document. Conversations are keyed digests; `policy`: digest of the rules in force. */
export interface ApprovalMemory {
  recall(conversation: string, policy: string): Promise<Approval[]>;
  remember(conversation: string, policy: string, approvals: Approval[]): void;
}

/** More have no place in one message. */
export const MOST_APPROVALS = 200;
const MOST_UNNAMED = 100;

interface Unnamed {
  of: Map<string, Approval>;
  /** It is of a conversation now: no other gets it. */
  claimed: boolean;
}

export class Approvals {
  readonly #memory: ApprovalMemory;
  readonly #known = new Map<string, Map<string, Approval>>();
  /** Given before there was a conversation to give them in. What was decided together is claimed together. */
  #unnamed: Unnamed[] = [];
  /** Digest of the policy the approvals were given under. */
  #under: string | null = null;
  /** The text approved last, for the synchronous judgement of the composer: some apps send it a moment later. */
  lastText: string | null = null;

  constructor(memory: ApprovalMemory) {
    this.#memory = memory;
  }

  /** An approval holds under the rules it was given by. `policy`: digest of those in force. */
  forgetUnlessUnder(policy: string): void {
    if (this.#under === policy) return;
    this.#known.clear();
    this.#unnamed = [];
    this.lastText = null;
    this.#under = policy;
  }

  /** Before the first look-up in a conversation: fetches what earlier documents knew, and claims what waits for it. */
  async open(conversation: string | null, digests: readonly string[]): Promise<void> {
    const policy = this.#under;
    if (conversation === null || policy === null) return;
    if (!this.#known.has(conversation)) {
      const recalled = await this.#memory.recall(conversation, policy);
      if (this.#under !== policy) return;
      this.#keep(conversation, recalled);
    }
    const unclaimed = this.#unnamed.filter(({ claimed, of }) => !claimed && digests.some((digest) => of.has(digest)));
    for (const group of unclaimed) {
      group.claimed = true;
      this.add(conversation, [...group.of.values()]);
    }
  }

  add(conversation: string | null, approvals: readonly Approval[]): void {
    if (conversation === null) {
      const of = new Map(approvals.map((approval) => [approval.digest, approval]));
      this.#unnamed = [...this.#unnamed, { of, claimed: false }].slice(-MOST_UNNAMED);
      return;
    }
    this.#keep(conversation, approvals);
    if (this.#under !== null) this.#memory.remember(conversation, this.#under, approvals.slice(-MOST_APPROVALS));
  }

  /** Calls that name no conversation (drafts, uploads) are covered by what was approved without one. */
  find(conversation: string | null, digest: string): Approval | undefined {
    if (conversation !== null) return this.#known.get(conversation)?.get(digest);
    return this.#unnamed.findLast(({ of }) => of.has(digest))?.of.get(digest);
  }

  isSent(conversation: string | null, digest: string): boolean {
    return this.find(conversation, digest)?.outcome === 'sent';
  }

  /**
   * What was decided about every part in which something was found, and every file that could not be read, if it was.
   * What could not be read and is no file was approved by nobody. `redacted` when any of them left redacted.
   * @param digests of all parts of the prompt, in order
   */
  decidedBefore(conversation: string | null, inspection: Inspection, digests: readonly string[]): Approval | null {
    const unread = unreadFiles(inspection.prompt);
    if (unread.includes(undefined)) return null;
    const guilty = guiltyParts(inspection);
    const found = [...guilty.map((index) => digests[index]!), ...unread];
    const wanted = found.length > 0 ? found : digests;
    const decided = wanted.map((digest) => this.find(conversation, digest!));
    if (decided.includes(undefined)) return null;
    return decided.find((approval) => approval?.outcome === 'redacted') ?? decided[0] ?? null;
  }

  #keep(conversation: string, approvals: readonly Approval[]): void {
    const known = this.#known.get(conversation) ?? new Map<string, Approval>();
    this.#known.set(conversation, known);
    for (const approval of approvals) known.set(approval.digest, approval);
  }
}

/** Approvals of several things by one decision. */
export function approvalsOf(digests: readonly string[], decision: string, outcome: Approval['outcome']): Approval[] {
  return digests.map((digest) => ({ digest, decision, outcome }));
}

/** Indexes of the parts in which something was found. */
export function guiltyParts({ classification }: Inspection): number[] {
  return [...new Set(classification.findings.map((finding) => finding.part))];
}

/** Digests of the opened files of a prompt. */
export function fileDigests({ files = [] }: Prompt): string[] {
  return files.map(({ digest }) => digest);
}

/** For everything that could not be read: the digest of the file it is or stands in. */
function unreadFiles({ unreadable, files = [] }: Prompt): (string | undefined)[] {
  return unreadable.map(({ fileId }) => files.find(({ id }) => id === fileId)?.digest);
}
