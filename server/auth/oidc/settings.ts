/** How reviewers sign in at the organisation's identity provider: settings from the environment, without defaults to guess. */
import * as z from 'zod';
import { ROLES, type Role } from '../permissions.ts';

export interface OidcSettings {
  /** Exactly what the provider calls itself (`iss`). */
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  /** The claim that names a person's groups. */
  groupsClaim: string;
  /** Which group gives which roles. Who is in none of them does not come in. */
  rolesByGroup: ReadonlyMap<string, readonly Role[]>;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Over plain http anybody in between could sign in as anybody; on the machine itself there is nobody in between. */
export function isPlainLoopback(issuer: string): boolean {
  const url = new URL(issuer);
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname);
}

const rolesByGroup = z
  .string()
  .transform((given, context) => {
    try {
      return JSON.parse(given) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON such as {"security-team":["reviewer"]}' });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .record(z.string().min(1), z.array(z.enum(ROLES)).min(1), `must name for each group some of: ${ROLES.join(', ')}`)
      .refine((groups) => Object.keys(groups).length > 0, 'must name a group'),
  )
  .transform((groups) => new Map(Object.entries(groups)));

export const oidcEnvironment = z.object({
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an https:// URL' })
    .refine((url) => url.startsWith('https:') || isPlainLoopback(url), 'must be an https:// URL')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(512).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).max(4096).optional(),
  OIDC_SCOPES: z
    .string()
    .refine((scopes) => scopes.split(' ').includes('openid'), 'must contain openid')
    .default('openid profile email'),
  OIDC_GROUPS_CLAIM: z.string().min(1).max(200).default('groups'),
  OIDC_ROLES: rolesByGroup.optional(),
});
type OidcEnvironment = z.infer<typeof oidcEnvironment>;

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;

/** @returns Null without any setting; `errors` when some are missing. */
export function toOidcSettings(values: OidcEnvironment): { settings: OidcSettings | null; errors: string[] } {
  if (NEEDED.every((name) => values[name] === undefined)) return { settings: null, errors: [] };
  const errors = NEEDED.filter((name) => values[name] === undefined).map((name) => `${name}: is missing`);
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_ROLES: groups,
  } = values;
  if (!issuer || !clientId || !clientSecret || !groups) return { settings: null, errors };
  const { OIDC_SCOPES: scopes, OIDC_GROUPS_CLAIM: groupsClaim } = values;
  return { settings: { issuer, clientId, clientSecret, scopes, groupsClaim, rolesByGroup: groups }, errors };
}
