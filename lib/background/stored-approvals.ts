/**
 * What people approved, by conversation, so that a page loaded again need not ask again. Keyed digests only, in session
 * storage. Bounded: the conversations used longest ago are forgotten first. Empty once the policy is another.
 */
import * as z from 'zod/mini';
import { type Approval, approvalSchema } from '../pipeline/approval-schema.ts';
import { MOST_APPROVALS } from '../pipeline/approvals.ts';

const MOST_CONVERSATIONS = 64;

export const savedApprovals = z.strictObject({
  /** Digest of the policy they were given under. */
  under: z.string(),
  /** By keyed digest of app and conversation, the one used longest ago first. */
  conversations: z.array(z.tuple([z.string(), z.array(approvalSchema)])),
});
export type SavedApprovals = z.infer<typeof savedApprovals>;

export const NO_APPROVALS: SavedApprovals = { under: '', conversations: [] };

interface Ports {
  /** Digest of the policy in force. */
  policy(): string;
  save(all: SavedApprovals): void;
}

export class StoredApprovals {
  readonly #ports: Ports;
  readonly #conversations: Map<string, Approval[]>;
  #under: string;

  constructor({ under, conversations }: SavedApprovals, ports: Ports) {
    this.#conversations = new Map(conversations);
    this.#under = under;
    this.#ports = ports;
    this.forgetUnlessCurrent();
  }

  /** `under`: the policy the guard judges by, which may not be the newest yet: then nothing is known. */
  recall(conversation: string, under: string): Approval[] {
    this.forgetUnlessCurrent();
    return under === this.#under ? (this.#conversations.get(conversation) ?? []) : [];
  }

  remember(conversation: string, under: string, approvals: readonly Approval[]): void {
    this.forgetUnlessCurrent();
    if (under !== this.#under) return;
    const all = new Map((this.#conversations.get(conversation) ?? []).map((each) => [each.digest, each]));
    for (const approval of approvals) {
      all.delete(approval.digest);
      all.set(approval.digest, approval);
    }
    this.#conversations.delete(conversation);
    this.#conversations.set(conversation, [...all.values()].slice(-MOST_APPROVALS));
    if (this.#conversations.size > MOST_CONVERSATIONS) {
      this.#conversations.delete(this.#conversations.keys().next().value!);
    }
    this.#save();
  }

  forgetUnlessCurrent(): void {
    const current = this.#ports.policy();
    if (current === this.#under) return;
    this.#under = current;
    this.#conversations.clear();
    this.#save();
  }

  #save(): void {
    this.#ports.save({ under: this.#under, conversations: [...this.#conversations] });
  }
}
