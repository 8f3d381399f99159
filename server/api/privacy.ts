/** Erasing, holding back from erasing, and how long what is kept. */
import { z } from '@hono/zod-openapi';
import { PURPOSES } from '../privacy/proposal.ts';
import { retentionProfile } from '../privacy/retention-profile.ts';
import { milliseconds, text } from './common.ts';
import { proposalItem, target } from './proposals.ts';

const reason = text(1000);

export const erasureRequest = z.strictObject({ target, purpose: z.enum(PURPOSES), reason }).openapi('ErasureRequest');

export const holdRequest = z
  .strictObject({
    /** Null: everybody. */
    target: target.nullable(),
    reason,
  })
  .openapi('HoldRequest');

export const holdItem = z
  .object({
    id: z.uuid(),
    /** About one person, or about everybody. */
    scope: z.enum(['person', 'everybody']),
    reason: z.string(),
    createdBy: z.string(),
    createdAt: milliseconds,
    liftedBy: z.string().nullable(),
    liftedAt: milliseconds.nullable(),
  })
  .openapi('Hold');
export type HoldItem = z.infer<typeof holdItem>;
export const holdList = z.object({ items: z.array(holdItem) }).openapi('Holds');

export const retentionRequest = z
  .strictObject({ profile: retentionProfile, purpose: z.enum(PURPOSES), reason })
  .openapi('RetentionRequest');
export const dryRunRequest = z.strictObject({ profile: retentionProfile }).openapi('DryRunRequest');

const counts = z.record(z.string(), z.number());
export const dryRunAnswer = z
  .object({
    /** Records by kind. Those of incidents that would go are not among them: they go at the next turn. */
    records: counts,
    /** Closed incidents by severity. */
    incidents: counts,
    /** A hold on everybody stands: nothing goes. */
    isHeld: z.boolean(),
  })
  .openapi('DryRun');
export type DryRun = z.infer<typeof dryRunAnswer>;

export const retentionAnswer = z
  .object({
    /** Days by kind of record, and from closing by severity of incident; null: for ever. */
    profile: retentionProfile,
    /** Null: nobody has agreed on one, everything is kept. */
    since: milliseconds.nullable(),
    lastRun: z
      .object({
        beganAt: milliseconds.nullable(),
        endedAt: milliseconds.nullable(),
        /** Records and incidents that it erased. */
        erased: z.number(),
        /** Why it ended early. */
        failed: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('Retention');
export type Retention = z.infer<typeof retentionAnswer>;

/** A proposal that was carried out. */
export const doneAnswer = z.object({ proposal: proposalItem }).openapi('Done');

export const actList = z
  .object({
    items: z.array(
      z.object({ id: z.number().int(), at: milliseconds, actor: z.string(), act: z.string(), subject: z.string() }),
    ),
  })
  .openapi('Acts');
export type ActList = z.infer<typeof actList>;
