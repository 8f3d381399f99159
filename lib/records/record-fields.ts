/** The groups of fields that records are made of. Whole numbers, strings and booleans only; every code is a closed set
 * or matches a pattern that no sentence fits, so that a text cannot end up in a record by mistake. */
import * as z from 'zod/mini';
import { DATA_CLASSES } from '../classify/finding.ts';
import { ACTIONS, CHOICES } from '../policy/decision.ts';
import { ACCOUNT_KINDS, CHANNELS, COVERAGES, MODES, SHAPES } from '../policy/schema.ts';
import { UNREADABLE_REASONS } from '../prompt/prompt.ts';
import { MAX_ATTACHMENTS, MAX_FINDING_GROUPS } from './record-limits.ts';

const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));
/** Free text without control characters (a NUL could not be stored by every reader). */
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}]*$/u));
/** One spelling of an id only. */
export const uuid = z.uuid().check(z.lowercase());

/** Ids, versions, entity types, detectors, rule ids: no white space, 120 characters at most. */
export const code = matching(/^[A-Za-z0-9][A-Za-z0-9_.:+/-]{0,119}$/);
/** SHA-256 or HMAC-SHA-256, lower-case hex. */
export const hex256 = matching(/^[0-9a-f]{64}$/);
export const publicKey = matching(/^[A-Za-z0-9_-]{43}$/);
export const count = z.int().check(z.gte(0));
const permille = z.int().check(z.gte(0), z.lte(1000));
/** A directory's name of a group: free text of the admin, not of the person. */
const group = text(256);
const list = <T extends z.core.SomeType>(item: T, max: number) => z.array(item).check(z.maxLength(max));

/** Lower case; names, IPv4 and IPv6 addresses. */
export const hostName = matching(/^[a-z0-9.:[\]_-]{1,253}$/);

/** `restored`: the profile was set back to an earlier state; `wiped`: its database was gone. A new chain began with either. */
export const GAP_REASONS = ['quota', 'storage', 'restored', 'wiped'] as const;

export const HEALTH_STATES = ['ok', 'degraded', 'unknown_shape'] as const;
/** How reading one app's calls went: counts only. */
export const appHealth = z.strictObject({
  app: code,
  state: z.enum(HEALTH_STATES),
  /** Prompt calls of a shape that the adapter knows, and of another. */
  known: count,
  unknown: count,
  /** Prompt calls that the page's own hooks did not report. */
  unseen: count,
  /** Prompts of pages in which no composer was found. */
  no_composer: count,
  /** Prompts without the text that stood in the composer. */
  no_match: count,
});
export type AppHealthRecord = z.infer<typeof appHealth>;

/** The first `prev` of a chain. */
export const GENESIS = '0'.repeat(64);

/** What every record starts with. `kind` is added by the kind itself. */
export const envelope = {
  v: z.literal(1),
  id: z.uuidv7().check(z.lowercase()),
  tenant: text(128),
  chain: uuid,
  /** Grows by one with every new device key. */
  epoch: z.int().check(z.gte(1)),
  /** 1, 2, 3, ... through all epochs of the chain. */
  seq: z.int().check(z.gte(1)),
  /** SHA-256 of the previous record's bytes; `GENESIS` for the first. */
  prev: hex256,
  /** Device clock, milliseconds since the epoch. May go backwards; the order is `seq`. */
  ts: count,
  /** Device clock minus server clock when they last spoke; 0 before that. */
  skew_ms: z.int(),
  /** SHA-256 of the newest receipt (canonical bytes of body, kid and sig) this device holds; absent before the first. */
  receipt: z.optional(hex256),
};

export const INSTALL_TYPES = ['admin', 'development', 'normal', 'sideload', 'other', 'unknown'] as const;

/** The device and the program that wrote the record. */
export const agentFields = {
  device: uuid,
  app: z.strictObject({ version: code, build_digest: z.optional(hex256) }),
  browser: z.strictObject({ name: code, version: code }),
  os: code,
  managed: z.boolean(),
  install_type: z.enum(INSTALL_TYPES),
};

export const FRESHNESS = ['fresh', 'stale', 'expired', 'none'] as const;
export const policyRef = z.strictObject({
  id: code,
  version: z.int().check(z.gte(1)),
  /** SHA-256 of the policy's canonical bytes. */
  digest: hex256,
  channel: z.enum(['stable', 'canary']),
  source: z.enum(['endpoint', 'managed', 'bundled']),
});
export type PolicyRef = z.infer<typeof policyRef>;

export const ASSURANCES = ['oidc', 'browser_profile', 'managed', 'device_only', 'none'] as const;
export const OPERATIONS = [
  'prompt.submit',
  'prompt.draft',
  'paste',
  'file.attach',
  'url.open',
  'voice',
  'tool.call',
  'agent.step',
  'response.view',
  'other',
] as const;
export const ATTACHMENT_TYPES = [
  'pdf',
  'word',
  'spreadsheet',
  'presentation',
  'text',
  'code',
  'data',
  'image',
  'audio',
  'video',
  'archive',
  'other',
] as const;

/**
 * Everything policy looked at, in the terms of `DecisionInput`, so that the decision can be made again. Equal findings
 * are counted (`n`), confidence is in permille. App, host, account kind, groups and coverage stand here and nowhere else.
 */
export const storedInput = z.strictObject({
  app: code,
  host: matching(/^[A-Za-z0-9.:[\]_-]{0,253}$/),
  channel: z.enum(CHANNELS),
  account_kind: z.enum(ACCOUNT_KINDS),
  groups: list(group, 200),
  shape: z.enum(SHAPES),
  coverage: z.enum(COVERAGES),
  time_ms: count,
  findings: list(
    z.strictObject({ type: code, class: z.enum(DATA_CLASSES), detector: code, conf_pm: permille, n: count }),
    MAX_FINDING_GROUPS,
  ),
  uses: list(z.strictObject({ use: code, conf_pm: permille }), 100),
  unreadable: list(z.strictObject({ reason: z.enum(UNREADABLE_REASONS), n: count }), UNREADABLE_REASONS.length),
  /** Findings that did not fit; 0 means the vector is complete. */
  omitted: count,
});
export type StoredInput = z.infer<typeof storedInput>;

/** What a decision record says besides its envelope. */
export const decisionFields = {
  subject: z.strictObject({ ref: z.optional(code), assurance: z.enum(ASSURANCES) }),
  dest: z.strictObject({
    provider: code,
    product: z.optional(code),
    plan: z.enum(['consumer', 'team', 'enterprise', 'unknown']),
    model: z.optional(code),
    model_source: z.enum(['network', 'dom', 'unknown']),
    surface: z.enum(['web', 'sidebar', 'embedded', 'agent']),
    region: z.optional(code),
    region_basis: z.optional(code),
  }),
  register_ref: z.optional(code),
  register_status: z.enum(['approved', 'conditional', 'denied', 'unknown']),
  op: z.enum(OPERATIONS),
  modality: z.enum(['text', 'file', 'mixed', 'none']),
  /** UTF-16 code units of all parts together. */
  size: count,
  attachments: list(
    z.strictObject({
      type: z.enum(ATTACHMENT_TYPES),
      size: count,
      scan: z.enum(['read', 'empty', 'partly', 'unread']),
    }),
    MAX_ATTACHMENTS,
  ),
  /** Keyed hashes (HMAC-SHA-256, device or tenant key) of the provider's ids. */
  conv_ref: z.optional(hex256),
  msg_ref: z.optional(hex256),
  engine: z.strictObject({
    name: code,
    version: code,
    model_digest: z.optional(hex256),
    ruleset_digest: z.optional(hex256),
  }),
  /** Summary by entity type for people; `input` is what policy saw. */
  findings: list(
    z.strictObject({
      type: code,
      class: z.enum(DATA_CLASSES),
      regimes: list(code, 16),
      count,
      /** The highest of them. */
      conf_pm: permille,
      validator: z.optional(code),
    }),
    MAX_FINDING_GROUPS,
  ),
  input: storedInput,
  /** Milliseconds from capture to decision, without the person's time. */
  latency_ms: count,
  policy: z.optional(policyRef),
  freshness: z.enum(FRESHNESS),
  mode: z.enum(MODES),
  rules: list(
    z.strictObject({
      id: code,
      ver: z.int(),
      action: z.enum(ACTIONS),
      mode: z.enum(MODES),
      /** The exception that excused from it. */
      exception: z.optional(code),
    }),
    500,
  ),
  decisive: z.optional(code),
  /** The exception that excused from the most severe of them. */
  exception: z.optional(code),
  /** The emergency that was on. */
  breakglass: z.optional(code),
  evaluation: z.enum(['evaluated', 'not_evaluable', 'timeout', 'fallback']),
  action: z.enum(ACTIONS),
  would_action: z.enum(ACTIONS),
  reason: code,
  redactions: list(z.strictObject({ class: z.enum(DATA_CLASSES), count, method: z.enum(['token']) }), 16),
  user_choice: z.enum([...CHOICES, 'none']),
  justification_code: z.optional(code),
  /** Equal refusals that were counted together; absent for one. */
  times: z.optional(z.int().check(z.gte(2))),
  content: z.strictObject({ retained: z.literal('none') }),
};
