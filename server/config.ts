/** The endpoint's settings: environment variables, checked all at once, and a summary that shows no secret. */
import { join } from 'node:path';
import * as z from 'zod';
import { fromBase64 } from '../lib/policy/base64.ts';
import { type OidcSettings, oidcEnvironment, toOidcSettings } from './auth/oidc/settings.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { isPrivacyKey, type PrivacyKeySource } from './privacy/load-key.ts';
import type { PrivacySettings } from './privacy/privacy.ts';
import { PERIODS } from './privacy/pseudonym.ts';
import { isStorable } from './storable.ts';
import type { StoreTarget } from './store/open.ts';

const DEFAULT_DATA_DIR = '.output/server-data';
const DEFAULT_CONSOLE_DIR = '.output/console';
/** A number about fewer people than this is told to nobody (settings can only raise it). */
const LEAST_GROUP = 5;

const secret = (min: number) => z.string().min(min, `must have at least ${min} characters`).max(512);
const whole = (max: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.int().max(max));

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(65_535).default(8787),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }).optional(),
  DATA_DIR: z.string().min(1).default(DEFAULT_DATA_DIR),
  CONSOLE_DIR: z.string().min(1).default(DEFAULT_CONSOLE_DIR),
  TENANT: z.string().min(1).max(128).refine(isStorable, 'must not hold NUL characters').default('default'),
  ENROLMENT_TOKEN: secret(16).optional(),
  ENROLMENT_TOKEN_EXPIRES: z.iso.datetime({ error: 'must be a UTC time such as 2027-01-31T00:00:00Z' }).optional(),
  ENROLMENT_TOKEN_MAX_USES: whole(10_000_000).optional(),
  ADMIN_PASSWORD: secret(12).optional(),
  POLICY_FILE: z.string().min(1).optional(),
  SITES_FILE: z.string().min(1).optional(),
  POLICY_ROOT_KEYS: z
    .string()
    .transform((keys) => keys.split(/[\s,]+/).filter(Boolean))
    .refine(
      (keys) => keys.every((key) => fromBase64(key)?.length === 32),
      'must be raw Ed25519 keys in base64url, with commas between',
    )
    .default([]),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).optional(),
  LOCAL_SIGN_IN: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  BROWSER_SIGN_IN: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  ...oidcEnvironment.shape,
  TRUST_PROXY: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  CONNECTORS_FILE: z.string().min(1).optional(),
  METRICS_TOKEN: secret(16).optional(),
  METRICS_PORT: whole(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  PRIVACY_KEY: z.string().refine(isPrivacyKey, 'must be 32 bytes in base64').optional(),
  PSEUDONYM_PERIOD: z.enum(PERIODS, 'must be month, quarter or year').default('quarter'),
  APPROVAL_MINUTES: whole(1_440)
    .refine((minutes) => minutes > 0, 'must be at least 1')
    .default(60),
  MIN_GROUP: whole(1_000)
    .refine((people) => people >= LEAST_GROUP, `must be at least ${LEAST_GROUP}`)
    .default(LEAST_GROUP),
  COUNCIL_MODE: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  LOG_LEVEL: z.enum(LOG_LEVELS, 'must be info, warn or error').default('info'),
});

/** Every variable there is. */
export const SETTING_NAMES: readonly string[] = Object.keys(environment.shape);
/** Those that may be given as a file, by the same name with `_FILE`. */
export const SECRET_NAMES = SETTING_NAMES.filter((name) =>
  /^DATABASE_(OWNER_)?URL$|_(TOKEN|PASSWORD|SECRET|KEY)$/.test(name),
);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export interface EndpointConfig {
  host: string;
  /** 0: any free one. */
  port: number;
  database: StoreTarget;
  tenant: string;
  /** Null: a new one is made and told once, unless the tenant has one already. */
  enrolment: { token: string; expiresAt: number | null; maxUses: number | null } | null;
  /** Null: a new one is made and told once, unless the tenant's admin has one already. */
  adminPassword: string | null;
  /** Signed policy (DSSE envelope) to publish at the start. */
  policyFile: string | null;
  /** Signed site pack to publish at the start. */
  sitesFile: string | null;
  policyRootKeys: string[];
  publicOrigin: string | null;
  /** Whether names and passwords kept here let anybody in. */
  localSignIn: boolean;
  /** Whether people may sign in at the identity provider on their browsers. */
  browserSignIn: boolean;
  /** Null: no identity provider. */
  oidc: OidcSettings | null;
  trustProxy: boolean;
  /** Where records are told to other systems; see connectors/connector-settings.ts. */
  connectorsFile: string | null;
  /** `port`: where metrics are read besides the endpoint's own; null: nowhere else. */
  metrics: { token: string | null; port: number | null; host: string };
  privacy: PrivacySettings & { key: PrivacyKeySource };
  logLevel: LogLevel;
  consoleFolder: string;
}

export type ConfigResult = { ok: true; config: EndpointConfig } | { ok: false; errors: string[] };

/** Read the settings. A variable that is there but empty counts as absent. */
export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    return { ok: false, errors: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const values = parsed.data;
  const errors: string[] = [];
  for (const name of ['POLICY_FILE', 'SITES_FILE'] as const) {
    if (values[name] === undefined || values.POLICY_ROOT_KEYS.length > 0) continue;
    errors.push(`${name}: needs POLICY_ROOT_KEYS, or its signature cannot be checked`);
  }
  if (values.ENROLMENT_TOKEN === undefined && (values.ENROLMENT_TOKEN_EXPIRES ?? values.ENROLMENT_TOKEN_MAX_USES)) {
    errors.push('ENROLMENT_TOKEN: is missing, though its limits are set');
  }
  if (values.DATABASE_OWNER_URL !== undefined && values.DATABASE_URL === undefined) {
    errors.push('DATABASE_OWNER_URL: needs DATABASE_URL');
  }
  const oidc = toOidcSettings(values);
  errors.push(...oidc.errors);
  if (oidc.settings !== null && values.PUBLIC_URL === undefined) {
    errors.push('OIDC_ISSUER: needs PUBLIC_URL, the address people come back to');
  }
  if (values.LOCAL_SIGN_IN === '0' && oidc.settings === null) {
    errors.push('LOCAL_SIGN_IN: cannot be 0 without an identity provider (OIDC_ISSUER)');
  }
  if (!LOOPBACK.has(values.METRICS_HOST) && values.METRICS_TOKEN === undefined) {
    errors.push('METRICS_HOST: needs METRICS_TOKEN, or anybody on that network could read the metrics');
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, config: toConfig(values, oidc.settings) };
}

function toConfig(values: z.infer<typeof environment>, oidc: OidcSettings | null): EndpointConfig {
  const { ENROLMENT_TOKEN: token, ENROLMENT_TOKEN_EXPIRES: expires, DATABASE_URL: url } = values;
  const ownerUrl = values.DATABASE_OWNER_URL ?? null;
  return {
    host: values.HOST,
    port: values.PORT,
    database: url === undefined ? { kind: 'pglite', folder: values.DATA_DIR } : { kind: 'postgres', url, ownerUrl },
    tenant: values.TENANT,
    enrolment:
      token === undefined
        ? null
        : {
            token,
            expiresAt: expires === undefined ? null : Date.parse(expires),
            maxUses: values.ENROLMENT_TOKEN_MAX_USES ?? null,
          },
    adminPassword: values.ADMIN_PASSWORD ?? null,
    policyFile: values.POLICY_FILE ?? null,
    sitesFile: values.SITES_FILE ?? null,
    policyRootKeys: values.POLICY_ROOT_KEYS,
    publicOrigin: values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL).origin,
    localSignIn: values.LOCAL_SIGN_IN === '1',
    browserSignIn: values.BROWSER_SIGN_IN === '1',
    oidc,
    trustProxy: values.TRUST_PROXY === '1',
    connectorsFile: values.CONNECTORS_FILE ?? null,
    metrics: { token: values.METRICS_TOKEN ?? null, port: values.METRICS_PORT ?? null, host: values.METRICS_HOST },
    privacy: {
      key:
        values.PRIVACY_KEY === undefined
          ? { file: join(values.DATA_DIR, 'privacy.key') }
          : { given: values.PRIVACY_KEY },
      period: values.PSEUDONYM_PERIOD,
      usableMs: values.APPROVAL_MINUTES * 60_000,
      minGroup: values.MIN_GROUP,
      councilMode: values.COUNCIL_MODE === '1',
    },
    logLevel: values.LOG_LEVEL,
    consoleFolder: values.CONSOLE_DIR,
  };
}

/** The settings for people, one a line. Of a secret it says only whether it was given. */
export function describeConfig(config: EndpointConfig): string[] {
  const given = (value: unknown) => (value === null ? 'not given' : 'given');
  return [
    `address      ${config.host}:${config.port}${config.publicOrigin === null ? '' : `, public as ${config.publicOrigin}`}`,
    `database     ${describeDatabase(config.database)}`,
    `tenant       ${config.tenant}`,
    `enrolment    token ${given(config.enrolment)}`,
    `admin        password ${given(config.adminPassword)}`,
    `sign-in      ${describeSignIn(config)}`,
    `policy       ${config.policyFile ?? 'no file'}, ${config.policyRootKeys.length} root keys`,
    `site pack    ${config.sitesFile ?? 'no file'}`,
    `console      ${config.consoleFolder}`,
    `connectors   ${config.connectorsFile ?? 'no file'}`,
    `metrics      ${describeMetrics(config.metrics)}`,
    `privacy      ${describePrivacy(config.privacy)}`,
    `log          ${config.logLevel} and above`,
  ];
}

function describeSignIn({ localSignIn, browserSignIn, oidc }: EndpointConfig): string {
  const local = localSignIn ? 'with passwords kept here' : 'not with passwords';
  if (oidc === null) return local;
  const who = browserSignIn ? 'reviewers and browsers' : 'reviewers';
  return `${who} at ${oidc.issuer} as client ${oidc.clientId}, ${oidc.rolesByGroup.size} groups mapped; ${local}`;
}

function describePrivacy({ key, period, usableMs, minGroup, councilMode }: EndpointConfig['privacy']): string {
  const from = 'given' in key ? 'key given' : `key in ${key.file}`;
  const council = councilMode ? ', works council agrees too' : '';
  return `${from}; pseudonyms by ${period}, approvals for ${usableMs / 60_000} min, groups of ${minGroup}${council}`;
}

function describeMetrics({ token, port, host }: EndpointConfig['metrics']): string {
  const own = port === null ? [] : [`http://${host.includes(':') ? `[${host}]` : host}:${port}/metrics`];
  const shared = token === null ? [] : ['/metrics with the token'];
  return [...own, ...shared].join(', ') || 'not served';
}

function describeDatabase(target: StoreTarget): string {
  if (target.kind === 'pglite') {
    const place = target.folder === null ? 'in memory' : join(target.folder, 'database');
    return `embedded (PGlite), ${place}: for trial and small teams`;
  }
  const { hostname, port, pathname } = new URL(target.url);
  const owner = target.ownerUrl ? ', tables by another account' : '';
  return `PostgreSQL, ${hostname}${port === '' ? '' : `:${port}`}${pathname}${owner}`;
}
