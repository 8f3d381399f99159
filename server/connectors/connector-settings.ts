/**
 * The file that names the connectors (`CONNECTORS_FILE`, YAML or JSON). Secrets do not stand in it: it says where they are,
 * `{ file: /run/secrets/token }` or `{ env: TOKEN }`. All faults are named at once, without what was read.
 */
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const MAX_CONNECTORS = 32;

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens');
const url = z
  .url({ protocol: /^https?$/, error: 'must be an https:// URL' })
  .refine((value) => value.startsWith('https:') || LOOPBACK.test(new URL(value).hostname), 'must be https');
/** What HTTP allows in the value of a header. */
const headerValue = z.string().regex(/^[\x20-\x7e]*$/, 'must be printable ASCII');

/** Where files and variables are looked up. */
export interface SecretSources {
  /** Folder that relative paths begin at. */
  folder: string;
  env: Record<string, string | undefined>;
}

function connectorSchema({ folder, env }: SecretSources) {
  const fileText = z
    .string()
    .min(1)
    .transform(async (path, context) => {
      const text = await readFile(resolve(folder, path), 'utf8').catch(() => null);
      if (text === null) context.addIssue({ code: 'custom', message: 'the file cannot be read' });
      return text ?? z.NEVER;
    });
  const envText = z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .transform((key, context) => {
      const value = env[key];
      if (!value) context.addIssue({ code: 'custom', message: 'the variable is not set' });
      return value ?? z.NEVER;
    });
  const secret = z
    .union([z.strictObject({ file: fileText }), z.strictObject({ env: envText })], {
      error: 'must be { file: ... } or { env: ... }, and that has to be there',
    })
    .transform((given) => ('file' in given ? given.file.trimEnd() : given.env))
    .refine((value) => value !== '', 'is empty');
  const headers = z.record(z.string().regex(/^[\w-]+$/), z.union([headerValue, secret.pipe(headerValue)])).default({});

  const common = {
    name,
    /** Whose records; the endpoint's tenant when it is not said. */
    tenant: z.string().min(1).max(128).optional(),
    /** Where a connector begins that has never run. */
    startAt: z.enum(['beginning', 'now']).default('beginning'),
    only: z
      .strictObject({
        classes: z.array(z.int()).min(1).optional(),
        minSeverity: z.enum(['informational', 'low', 'medium', 'high', 'critical']).optional(),
      })
      .default({}),
    batchEvents: z.int().min(1).max(2_000).optional(),
    timeoutSeconds: z.int().min(1).max(60).default(15),
    tls: z
      .strictObject({
        caFile: fileText.optional(),
        certFile: fileText.optional(),
        keyFile: fileText.optional(),
        serverName: z.string().min(1).optional(),
      })
      .default({}),
  };
  const otlp = z.strictObject({
    ...common,
    type: z.literal('otlp'),
    url,
    headers,
    gzip: z.boolean().default(true),
    body: z.enum(['structured', 'json']).default('structured'),
  });
  const splunk = z.strictObject({
    ...common,
    type: z.literal('splunk'),
    url,
    token: secret.pipe(headerValue),
    index: z.string().min(1).optional(),
    source: z.string().min(1).default('sluice'),
    sourcetype: z.string().min(1).default('sluice:ocsf'),
    host: z.string().min(1).default(hostname()),
    /** Wait until the events are indexed; the token must have acknowledgement enabled. */
    ack: z.boolean().default(false),
    ackWithinSeconds: z.int().min(1).max(60).default(30),
  });
  const sentinel = z.strictObject({
    ...common,
    type: z.literal('sentinel'),
    endpoint: url,
    ruleId: z.string().regex(/^dcr-[0-9a-z]+$/i),
    stream: z.string().regex(/^[\w-]+$/),
    directory: z.string().regex(/^[\w.-]+$/),
    clientId: z.string().min(1),
    clientSecret: secret,
    authority: url.default('https://login.microsoftonline.com'),
    scope: z.string().default('https://monitor.azure.com//.default'),
  });
  const syslog = z.strictObject({
    ...common,
    type: z.literal('syslog'),
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(6514),
    /** `none` sends in the clear: for a receiver on the same machine or network segment. */
    security: z.enum(['tls', 'none']).default('tls'),
    format: z.enum(['json', 'cef']).default('json'),
    /** 13 is "log audit". */
    facility: z.int().min(0).max(23).default(13),
    hostname: z.string().min(1).default(hostname()),
  });
  const webhook = z
    .strictObject({
      ...common,
      type: z.literal('webhook'),
      url,
      headers,
      secret,
      signature: z.enum(['hmac', 'ed25519']).default('hmac'),
      /** Several events in one request. */
      batched: z.boolean().default(false),
    })
    .refine(({ signature, secret: key }) => signature !== 'ed25519' || isEd25519(key), {
      path: ['secret'],
      message: 'must be an Ed25519 private key in PEM',
    });
  return z.discriminatedUnion('type', [otlp, splunk, sentinel, syslog, webhook]);
}

type Schema = ReturnType<typeof connectorSchema>;
/** One connector, its secrets read. */
export type ConnectorSettings = z.infer<Schema>;
export type OtlpSettings = Extract<ConnectorSettings, { type: 'otlp' }>;
export type SplunkSettings = Extract<ConnectorSettings, { type: 'splunk' }>;
export type SentinelSettings = Extract<ConnectorSettings, { type: 'sentinel' }>;
export type SyslogSettings = Extract<ConnectorSettings, { type: 'syslog' }>;
export type WebhookSettings = Extract<ConnectorSettings, { type: 'webhook' }>;

export type ConnectorsResult = { ok: true; connectors: ConnectorSettings[] } | { ok: false; errors: string[] };

/** Read the file and the secrets it points at. */
export async function readConnectors(path: string, env: SecretSources['env']): Promise<ConnectorsResult> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { ok: false, errors: ['the file cannot be read'] };
  return parseConnectors(text, { folder: dirname(path), env });
}

/** @param text YAML or JSON: `connectors: [...]`. */
export async function parseConnectors(text: string, sources: SecretSources): Promise<ConnectorsResult> {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch {
    return { ok: false, errors: ['the file is neither YAML nor JSON'] };
  }
  const file = z
    .strictObject({ connectors: z.array(connectorSchema(sources)).max(MAX_CONNECTORS) })
    .refine(({ connectors }) => new Set(connectors.map((each) => each.name)).size === connectors.length, {
      path: ['connectors'],
      message: 'two have the same name',
    });
  const parsed = await file.safeParseAsync(value);
  if (parsed.success) return { ok: true, connectors: parsed.data.connectors };
  return { ok: false, errors: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

/** Where a connector delivers to, without anything secret: for people. */
export function describeTarget(settings: ConnectorSettings): string {
  switch (settings.type) {
    case 'syslog':
      return `${settings.security === 'tls' ? 'tls' : 'tcp'}://${settings.host}:${settings.port}`;
    case 'sentinel':
      return new URL(settings.endpoint).origin;
    default:
      return new URL(settings.url).origin;
  }
}

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
