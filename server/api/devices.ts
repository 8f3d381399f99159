import { z } from '@hono/zod-openapi';
import { FRESHNESS } from '../../lib/records/record-fields.ts';
import { KEY_ASSURANCES } from '../../lib/sync/api.ts';
import { milliseconds, pageQuery, text } from './common.ts';

/** The start of the token's hash: names a token without telling it. */
export const tokenParam = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) });

export const newToken = z
  .object({
    /** For whom it is: a team, a site, a group of machines. */
    label: text(120),
    expiresAt: milliseconds.optional(),
    maxUses: z.number().int().min(1).max(10_000_000).optional(),
  })
  .strict()
  .openapi('NewEnrolmentToken');

/** The one time that this token is told. */
export const onceToken = z.object({ id: z.string(), label: z.string(), token: z.string() }).openapi('OnceToken');

export const tokenItem = z
  .object({
    id: z.string(),
    label: z.string(),
    /** Null: no limit. */
    maxUses: z.number().nullable(),
    uses: z.number(),
    expiresAt: milliseconds.nullable(),
    createdAt: milliseconds,
    createdBy: z.string(),
    revokedAt: milliseconds.nullable(),
  })
  .openapi('EnrolmentToken');
export const tokenList = z.object({ items: z.array(tokenItem) }).openapi('EnrolmentTokens');

/** A device that was not heard of for so long is silent. */
export const SILENT_AFTER_MS = 24 * 60 * 60 * 1000;

export const deviceQuery = z.object({
  ...pageQuery,
  /** Part of its id, key, browser, system or version, or of the label of its token. */
  q: text(200).optional(),
  state: z.enum(['active', 'silent', 'revoked']).optional(),
});
export const deviceItem = z
  .object({
    id: z.uuid(),
    kid: z.string(),
    appVersion: z.string(),
    browser: z.string(),
    os: z.string(),
    enrolledAt: milliseconds,
    seenAt: milliseconds,
    /** Heard of within the last 24 hours, or not, or shut out. */
    state: z.enum(['active', 'silent', 'revoked']),
    /** `by` and `why` are null for what happened before they were asked for. */
    revoked: z.object({ at: milliseconds, by: z.string().nullable(), why: z.string().nullable() }).nullable(),
    /** Of the certificate of its key; null before the first. */
    certificate: z.enum(['valid', 'ended', 'revoked']).nullable(),
    /** The id of the token it came with, null when that is not known. */
    token: z.string().nullable(),
    /** Its longest chain of records; null before the first one. */
    chain: z
      .object({
        epoch: z.number().nullable(),
        /** Records from the first to here are held, and the last one that is held. */
        contiguous: z.number(),
        last: z.number(),
      })
      .nullable(),
    /** From its last heartbeat; null when none is known. */
    told: z
      .object({
        /** When it arrived. */
        at: milliseconds,
        coverage: z.enum(['full', 'partial', 'none']),
        policyVersion: z.number().nullable(),
        freshness: z.enum(FRESHNESS),
        /** Records that waited on the device. */
        queued: z.number(),
      })
      .nullable(),
  })
  .openapi('Device');
export type DeviceItem = z.infer<typeof deviceItem>;
export const devicePage = z
  .object({ items: z.array(deviceItem), nextCursor: z.string().nullable() })
  .openapi('DevicePage');

/** Why it is shut out, for whoever looks at it later. */
export const revocation = z
  .object({ reason: text(500) })
  .strict()
  .openapi('Revocation');

export const certificateItem = z
  .object({
    serial: z.uuid(),
    /** The key it is for. */
    kid: z.string(),
    notBefore: milliseconds,
    notAfter: milliseconds,
    assurance: z.enum(KEY_ASSURANCES),
    state: z.enum(['valid', 'ended', 'revoked']),
    revoked: z.object({ at: milliseconds, by: z.string(), why: z.string() }).nullable(),
  })
  .openapi('Certificate');
export type CertificateItem = z.infer<typeof certificateItem>;
export const certificateList = z.object({ items: z.array(certificateItem) }).openapi('Certificates');

/** Canonical form of `body`, signed with the endpoint's key of the tenant. */
export const revocationListAnswer = z
  .object({
    body: z.object({
      v: z.literal(1),
      type: z.literal('sluice.revoked'),
      tenant: z.string(),
      created: milliseconds,
      revoked: z.array(z.object({ serial: z.uuid(), at: milliseconds })),
    }),
    kid: z.string(),
    sig: z.string(),
  })
  .openapi('RevocationList');
