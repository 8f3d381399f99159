import { z } from '@hono/zod-openapi';
import { milliseconds, text } from './common.ts';

export const signInRequest = z
  .object({ user: text(128), password: z.string().min(1).max(1024), tenant: text(128).optional() })
  .strict()
  .openapi('SignInRequest');

export const sessionResponse = z
  .object({ user: z.string(), role: z.string(), tenant: z.string(), expiresAt: milliseconds })
  .openapi('Session');
export type SessionResponse = z.infer<typeof sessionResponse>;
