/**
 * Native record v1: what happened, without any text of it. A record is an envelope (chain, time, device) and the fields
 * of its kind. Builders make drafts (kind and fields, no envelope); only the writer adds the envelope.
 *
 * A new kind is one entry in `kinds` and a builder in build.ts.
 */
import * as z from 'zod/mini';
import {
  agentFields,
  appHealth,
  code,
  count,
  decisionFields,
  envelope,
  FRESHNESS,
  GAP_REASONS,
  hex256,
  hostName,
  policyRef,
  publicKey,
  uuid,
} from './record-fields.ts';

/** Longest record in UTF-16 code units; the wire refuses longer ones. */
export const MAX_RECORD_LENGTH = 65_536;

export const EFFECT_STATES = ['as_decided', 'modified', 'not_sent', 'sent_unredacted', 'unobserved'] as const;
export const OBSERVERS = ['fetch', 'xhr', 'ws', 'beacon', 'form', 'dom', 'webrequest', 'none'] as const;

function defineKind<K extends string, S extends z.core.$ZodLooseShape>(kind: K, fields: S) {
  const draft = { kind: z.literal(kind), ...fields };
  return { draft: z.strictObject(draft), record: z.strictObject({ ...envelope, ...agentFields, ...draft }) };
}

const decision = defineKind('decision', decisionFields);

/** What was seen to happen after a decision. A second record, because the decision is written before the release. */
const effect = defineKind('effect', {
  decision: z.uuidv7().check(z.lowercase()),
  state: z.enum(EFFECT_STATES),
  observed_by: z.enum(OBSERVERS),
  agreement: z.enum(['agree', 'disagree', 'unknown']),
});

const policyApplied = defineKind('policy_applied', {
  policy: policyRef,
  freshness: z.enum(FRESHNESS),
  /** Digest of the policy that was in force before. */
  replaces: z.optional(hex256),
});

const policyRejected = defineKind('policy_rejected', {
  /** Why, e.g. `bad_signature` or `rollback`. */
  code,
  source: z.enum(['endpoint', 'managed', 'bundled']),
  /** What stays in force; absent when there is nothing. */
  kept: z.optional(hex256),
});

const enrolled = defineKind('enrolled', {
  kid: code,
  public_key: publicKey,
  /** The key that will sign this device's receipts. */
  server_kid: code,
  server_key: publicKey,
});

const heartbeat = defineKind('heartbeat', {
  coverage: z.enum(['full', 'partial', 'none']),
  /** How reading went, per app that was used since the browser started. Absent in records of older versions. */
  apps: z.optional(z.array(appHealth).check(z.maxLength(200))),
  /** Governed apps of which the browser keeps this extension out. */
  denied: z.optional(count),
  policy: z.optional(policyRef),
  freshness: z.enum(FRESHNESS),
  queued: count,
  rejected: count,
});

/** An AI site that nobody listed was used. The host and how often, nothing of what was said there. */
const siteDiscovered = defineKind('site_discovered', {
  host: hostName,
  /** Sightings since the last such record of this host. */
  times: count,
  /** Policy governs the host from now on. */
  governed: z.boolean(),
});

/** Records that should exist and do not: said aloud instead of silently missing. */
const gapDeclared = defineKind('gap_declared', {
  reason: z.enum(GAP_REASONS),
  /** 0 when it is not known how many. */
  count,
  /** The chain before this one, where its end is what is lost. */
  of: z.optional(uuid),
  /** Device clock at the first loss. */
  since: count,
});

const tamperSuspected = defineKind('tamper_suspected', {
  code,
  /** The place, as a code, e.g. `head_mismatch`. */
  detail: z.optional(code),
});

/** A person sent the original although a rule asked for something else. Stands behind its decision. */
const override = defineKind('override', {
  decision: z.uuidv7().check(z.lowercase()),
  choice: z.enum(['proceed', 'justify']),
  justification_code: z.optional(code),
  /** The rules that were overridden. */
  rules: z.array(code).check(z.maxLength(500)),
});

/** A decision came out milder because somebody is excused. Stands behind its decision, whose policy holds the exception. */
const exceptionUsed = defineKind('exception_used', {
  decision: z.uuidv7().check(z.lowercase()),
  exception: code,
  /** The rules it excused from. */
  rules: z.array(code).check(z.minLength(1), z.maxLength(500)),
});

/** From here on an emergency in the policy lifts its rules on this device. */
const breakglass = defineKind('breakglass', {
  breakglass: code,
  /** Milliseconds since the epoch. */
  until: count,
  policy: policyRef,
});

/** The last record of a key: it names the key that signs from the next record on, in the next epoch. */
const keyRotated = defineKind('key_rotated', {
  kid: code,
  public_key: publicKey,
  /** It was as old as policy lets a key become. */
  reason: z.enum(['age']),
});

/** Records that the device erased from its own store because the endpoint holds them. The chain itself has no hole. */
const tombstone = defineKind('tombstone', {
  /** The chain they are of: this one, or an earlier one of this device. */
  of: uuid,
  from: z.int().check(z.gte(1)),
  to: z.int().check(z.gte(1)),
  count: z.int().check(z.gte(1)),
  reason: z.enum(['age', 'room']),
});

const kinds = [
  decision,
  effect,
  policyApplied,
  policyRejected,
  enrolled,
  heartbeat,
  siteDiscovered,
  gapDeclared,
  tamperSuspected,
  override,
  exceptionUsed,
  breakglass,
  keyRotated,
  tombstone,
] as const;

type Kind = (typeof kinds)[number];
type Members<T extends readonly Kind[], F extends keyof Kind> = { -readonly [I in keyof T]: T[I][F] };

/** The same member of every kind, as the tuple of schemas that zod's union infers from. */
function membersOf<F extends keyof Kind>(member: F): Members<typeof kinds, F> {
  return kinds.map((kind) => kind[member]) as unknown as Members<typeof kinds, F>;
}

export const recordDraft = z.discriminatedUnion('kind', membersOf('draft'));
export const record = z.discriminatedUnion('kind', membersOf('record'));
export const decisionDraft = decision.draft;

export type RecordDraft = z.infer<Kind['draft']>;
export type SluiceRecord = z.infer<Kind['record']>;
export type RecordKind = RecordDraft['kind'];
export type DraftOf<K extends RecordKind> = Extract<RecordDraft, { kind: K }>;
export type RecordOf<K extends RecordKind> = Extract<SluiceRecord, { kind: K }>;
export type DecisionDraft = DraftOf<'decision'>;
