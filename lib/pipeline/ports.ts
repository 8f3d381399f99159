/** What the guard's pipeline needs from the outside. Real ones are wired in the entrypoint, fakes in tests. */
import type { Classifiable } from '../classify/classifier.ts';
import type { Classification } from '../classify/finding.ts';
import type { Choice } from '../policy/decision.ts';
import type { Policy } from '../policy/schema.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { DecisionDraft } from '../records/record.ts';
import type { PolicyRef } from '../records/record-fields.ts';
import type { Vault } from '../redact/vault.ts';
import type { ApprovalMemory } from './approvals.ts';
import type { Digester } from './digest.ts';
import type { FileReader, WatchReading } from './files.ts';
import type { InspectContext, Inspection } from './inspect.ts';
import type { PermitRequest } from './permit-schema.ts';
import type { RedactedPrompt } from './redact-prompt.ts';

/** The policy in force and what goes with it. Replaced as a whole when the policy changes. */
export interface Session {
  policy: Policy;
  /** How records cite it. */
  policyRef: PolicyRef;
  freshness: DecisionDraft['freshness'];
  subject: DecisionDraft['subject'];
  digester: Digester;
  context: Omit<InspectContext, 'timeMs'>;
}

export interface PersonAnswer {
  choice: Choice;
  /** One of the fixed reason codes when the person justified. */
  justification: string | null;
}

/** Codes that the notices have sentences for (lib/language), and `failed` for everything else. */
export type NoticeCode =
  | 'rule'
  | 'address'
  | 'unwritable'
  | 'changed'
  | 'not_evaluable'
  | 'no_policy'
  | 'disconnected'
  | 'failed';

export interface HoldPorts {
  /**
   * False once the guard is no protection any more: its extension was replaced under it, or it came to a page that was
   * running already. Everything is refused then.
   */
  isCurrent(): boolean;
  /** The person is leaving the page: what it still sends cannot wait for an answer. */
  isLeaving(): boolean;
  /** What the background's classifier finds in these texts; rejects when it cannot be asked (the caller refuses). */
  classify(prompt: Classifiable): Promise<Classification>;
  /** Resolves when the policy is known; rejects when it cannot be had (the caller refuses). */
  session(): Promise<Session>;
  /** The session if it is already there: what a synchronous judgement can use. */
  sessionNow(): Session | null;
  /** Show the decision to the person. Anything that goes wrong, and an aborted signal, is the answer `cancel`. */
  ask(inspection: Inspection, redacted: RedactedPrompt, signal: AbortSignal): Promise<PersonAnswer>;
  /** Tell the person that something was refused, in a corner, without asking anything. */
  notify(code: NoticeCode, inspection: Inspection | null): void;
  /** Write the record durably and mint the permit; resolves to the record's id, rejects when it is not durable. */
  commit(draft: DecisionDraft, permit: PermitRequest | null): Promise<string>;
  /** Mint a permit for a call that an earlier decision covers, or that needs none. */
  vouch(decision: string | null, permit: PermitRequest): Promise<void>;
  /** Approvals that outlive the document. */
  approvals: ApprovalMemory;
  /** When the person last pressed, clicked or dropped anything in this page, outside the dialogue. */
  lastAction(): number;
  /** Remember keyed digests of values the person entered. */
  entered(values: string[]): void;
  /** The vault of this conversation (null: the one being written now). */
  vault(conversation: string | null): Vault;
  /** A prompt of a network call, before it is judged: shows how well the app is read. */
  seen?(prompt: Prompt): void;
  now(): number;
  /** Reads files, somewhere else. */
  files: FileReader;
  watchFiles: WatchReading;
}
