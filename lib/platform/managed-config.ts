/**
 * What an admin sets for the extension (public interface). Chromium validates it against the generated
 * `public/managed_schema.json`; Firefox does not, so it is parsed here in both.
 */
import * as z from 'zod/mini';
import { extraAppSchema } from '../sites/extra-app-schema.ts';

export const managedConfigSchema = z.object({
  endpoint: z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]+/), z.maxLength(2048))),
  tenant: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  enrolmentToken: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
  /** Raw Ed25519 public keys, base64url. When set, only policies signed by one of them are taken. */
  policyRootKeys: z.optional(z.array(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)))),
  /** A complete signed policy (DSSE envelope as JSON text) for sites without an endpoint. */
  policy: z.optional(z.string().check(z.maxLength(1_000_000))),
  identity: z.optional(
    z.object({ user: z.optional(z.string().check(z.maxLength(256))), groups: z.optional(z.array(z.string())) }),
  ),
  language: z.optional(z.enum(['en', 'de', 'fr', 'es'])),
  /** AI apps of the organisation, or any that have no adapter yet: governed like the others, read generically. */
  extraApps: z.optional(z.array(extraAppSchema).check(z.maxLength(200))),
  /** What happens on governed sites while a policy is configured and none has arrived: default `block`. */
  unavailable: z.optional(z.enum(['block', 'allow'])),
});
export type ManagedConfig = z.infer<typeof managedConfigSchema>;

export type ManagedResult = { ok: true; config: ManagedConfig } | { ok: false; faults: string[] };

/** Parse what managed storage holds; an empty object is a valid, unmanaged configuration. Faults name the key only. */
export function parseManagedConfig(raw: unknown): ManagedResult {
  const parsed = managedConfigSchema.safeParse(raw ?? {});
  if (parsed.success) return { ok: true, config: parsed.data };
  return { ok: false, faults: parsed.error.issues.map((issue) => issue.path.join('.') || '(root)') };
}
