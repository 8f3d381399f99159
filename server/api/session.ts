import { z } from '@hono/zod-openapi';
import { LANGUAGES } from '../../lib/language/language.ts';
import { PERMISSIONS, type Permission, ROLES } from '../auth/permissions.ts';
import { milliseconds, text } from './common.ts';

/** Long enough not to be guessed; nothing else is asked of it (NIST SP 800-63B, 3.1.1). */
export const MIN_PASSWORD = 12;

export const newPassword = z.string().min(MIN_PASSWORD).max(1024);
export const roles = z.array(z.enum(ROLES));

const language = z.enum(LANGUAGES);
export const languageChoice = z.object({ language }).strict().openapi('LanguageChoice');

export const signInRequest = z
  .object({
    user: text(128),
    password: z.string().min(1).max(1024),
    tenant: text(128).optional(),
    /** Chosen on the way in, and kept. */
    language: language.optional(),
  })
  .strict()
  .openapi('SignInRequest');

export const sessionResponse = z
  .object({
    user: z.string(),
    roles,
    /** What these roles allow. */
    permissions: z.array(z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]])),
    tenant: z.string(),
    expiresAt: milliseconds,
    /** The password was made for them: nothing else works until they chose another. */
    mustChange: z.boolean(),
    /** Signs in with a password kept here, not at the identity provider. */
    hasPassword: z.boolean(),
    /** Chosen for the console; null: what the browser prefers. */
    language: language.nullable(),
  })
  .openapi('Session');
export type SessionResponse = z.infer<typeof sessionResponse>;

export const signedOut = z
  .object({ elsewhere: z.url().nullable().openapi({ description: 'Where to sign out at the identity provider too' }) })
  .openapi('SignedOut');
export type SignedOut = z.infer<typeof signedOut>;

export const signInWays = z
  .object({
    /** With name and password. */
    local: z.boolean(),
    /** Where to go to sign in at the identity provider, null when there is none. */
    provider: z.object({ host: z.string(), startAt: z.string() }).nullable(),
  })
  .openapi('SignInWays');
export type SignInWays = z.infer<typeof signInWays>;

export const passwordChange = z
  .object({ current: z.string().min(1).max(1024), next: newPassword })
  .strict()
  .openapi('PasswordChange');

export const sessionList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        /** The one that asks. */
        isThis: z.boolean(),
        createdAt: milliseconds,
        /** To the minute. */
        seenAt: milliseconds,
        expiresAt: milliseconds,
        /** What the browser calls itself. */
        agent: z.string(),
      }),
    ),
  })
  .openapi('SessionList');
export type SessionList = z.infer<typeof sessionList>;
