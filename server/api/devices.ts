import { z } from '@hono/zod-openapi';
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

export const deviceQuery = z.object(pageQuery);
export const deviceItem = z
  .object({
    id: z.uuid(),
    kid: z.string(),
    appVersion: z.string(),
    browser: z.string(),
    os: z.string(),
    enrolledAt: milliseconds,
    seenAt: milliseconds,
    revokedAt: milliseconds.nullable(),
    /** The id of the token it came with, null when that is not known. */
    token: z.string().nullable(),
  })
  .openapi('Device');
export type DeviceItem = z.infer<typeof deviceItem>;
export const devicePage = z
  .object({ items: z.array(deviceItem), nextCursor: z.string().nullable() })
  .openapi('DevicePage');
