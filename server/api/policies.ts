import { z } from '@hono/zod-openapi';
import { CHANGE_KINDS } from '../../lib/policy/diff.ts';
import { milliseconds, text } from './common.ts';
import { proposalItem } from './proposals.ts';

export const publicationRequest = z
  .strictObject({
    /** The signed policy (DSSE envelope) as `policy sign` writes it. */
    envelope: z.string().min(1).max(1_000_000),
    reason: text(1000),
  })
  .openapi('PublicationRequest');

export const policyChange = z.object({
  kind: z.enum(CHANGE_KINDS),
  /** `rule card-numbers` or `defaults.stale`. */
  subject: z.string(),
  detail: z.string(),
  /** It may let more through. */
  weakens: z.boolean(),
});

const named = {
  /** SHA-256 of the policy: what records cite. */
  digest: z.string(),
  version: z.number(),
};

/** A draft that was asked to be published, and what it changes of the policy that was in force when it was asked. */
export const publicationItem = z
  .object({ ...named, proposal: proposalItem, changes: z.array(policyChange), weakens: z.boolean() })
  .openapi('Publication');
export type PublicationItem = z.infer<typeof publicationItem>;

export const publicationList = z
  .object({
    current: z.object({ ...named, addedAt: milliseconds }).nullable(),
    items: z.array(publicationItem),
  })
  .openapi('Publications');
