import { z } from '@hono/zod-openapi';
import { DATA_CLASSES } from '../../lib/classify/finding.ts';
import { ACTIONS, CHOICES } from '../../lib/policy/decision.ts';
import { MODES } from '../../lib/policy/schema.ts';
import { EFFECT_STATES } from '../../lib/records/record.ts';
import { milliseconds, millisecondsInQuery, pageQuery, text } from './common.ts';

export const decisionQuery = z.object({
  q: text(200).optional(),
  action: z.enum(ACTIONS).optional(),
  class: z.enum(DATA_CLASSES).optional(),
  app: text(120).optional(),
  from: millisecondsInQuery.optional(),
  to: millisecondsInQuery.optional(),
  ...pageQuery,
});
export type DecisionQuery = z.input<typeof decisionQuery>;

/** `linked`: continues the record before it. `missing`: that one has not arrived. `broken`: it contradicts that one. */
export const linkSchema = z.enum(['linked', 'missing', 'broken']);

export const decisionItem = z
  .object({
    id: z.uuid(),
    /** Device clock. */
    ts: milliseconds,
    receivedAt: milliseconds,
    device: z.uuid(),
    /** Pseudonym of whose device it was; null when nobody is known, or not any more. */
    person: z.string().nullable(),
    app: z.string(),
    host: z.string(),
    channel: z.string(),
    accountKind: z.string(),
    action: z.enum(ACTIONS),
    wouldAction: z.enum(ACTIONS),
    userChoice: z.enum([...CHOICES, 'none']),
    mode: z.enum(MODES),
    reason: z.string(),
    rules: z.array(z.object({ id: z.string(), ver: z.number(), action: z.enum(ACTIONS), mode: z.enum(MODES) })),
    decisive: z.string().nullable(),
    /** Findings by data class. */
    classes: z.partialRecord(z.enum(DATA_CLASSES), z.number()),
    policy: z.object({ digest: z.string(), version: z.number() }).nullable(),
    /** What was seen to happen, null while nothing was reported. */
    effect: z.object({ state: z.enum(EFFECT_STATES), agreement: z.enum(['agree', 'disagree', 'unknown']) }).nullable(),
    /** Signature good on arrival and linked to the record before. */
    verified: z.boolean(),
    link: linkSchema,
    chain: z.uuid(),
    seq: z.number(),
    hash: z.string(),
  })
  .openapi('Decision');
export type DecisionItem = z.infer<typeof decisionItem>;

export const decisionPage = z
  .object({ items: z.array(decisionItem), nextCursor: z.string().nullable() })
  .openapi('DecisionPage');
export type DecisionPage = z.infer<typeof decisionPage>;

const neighbour = z
  .object({ id: z.uuid(), seq: z.number(), kind: z.string(), ts: milliseconds, hash: z.string() })
  .nullable();

export const decisionDetail = z
  .object({
    decision: decisionItem,
    /** The record as it was signed: its UTF-8 bytes are the signed bytes. */
    record: z.string(),
    signature: z.object({ alg: z.literal('Ed25519'), kid: z.string(), sig: z.string(), publicKey: z.string() }),
    previous: neighbour,
    next: neighbour,
    /** Checked again for this answer, from the stored bytes. */
    verification: z.object({
      ok: z.boolean(),
      canonical: z.boolean(),
      signature: z.boolean(),
      hash: z.boolean(),
      /** `erased`: its time was over; of the one before the hash is still held, and fits. */
      previous: z.enum(['linked', 'missing', 'broken', 'erased', 'first']),
      next: z.enum(['linked', 'missing', 'broken', 'erased']),
      /** Whether a receipt of this endpoint covers it. */
      receipted: z.boolean(),
    }),
    incidents: z.array(z.object({ id: z.uuid(), kind: z.string(), severity: z.string(), status: z.string() })),
  })
  .openapi('DecisionDetail');
export type DecisionDetail = z.infer<typeof decisionDetail>;
