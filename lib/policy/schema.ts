/**
 * The policy document: what an author may write, and nothing else. It is data with a closed vocabulary, never code; what
 * the words mean is in `match.ts` and `decide.ts`. Unknown fields are refused, so a typo cannot silently weaken a rule.
 */
import * as z from 'zod/mini';
import { DATA_CLASSES } from '../classify/finding.ts';
import { UNREADABLE_REASONS } from '../prompt/prompt.ts';
import { dataSchema } from './data-schema.ts';
import { ACTIONS, CHOICES } from './decision.ts';
import { SEVERITIES, WEEKDAYS } from './terms.ts';

export const CHANNELS = ['typed', 'paste', 'drop', 'file', 'draft', 'url', 'voice', 'tool', 'other'] as const;
export const ACCOUNT_KINDS = ['personal', 'corporate', 'anonymous', 'unknown'] as const;
export const SHAPES = ['known', 'unknown'] as const;
export const COVERAGES = ['full', 'partial', 'none'] as const;
export const MODES = ['enforce', 'warn', 'monitor'] as const;

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const matching = (pattern: RegExp, error: string) => z.string().check(z.regex(pattern, error));
const list = <T extends z.core.SomeType>(item: T) => z.array(item).check(z.minLength(1), z.maxLength(200));

const slug = matching(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens, e.g. card-numbers');
const entityType = matching(/^[A-Z][A-Z0-9_]{1,63}$/, 'must be an entity type in capitals, e.g. EMAIL_ADDRESS');
const moment = matching(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  'must be a date and time in UTC such as 2027-01-31T00:00:00Z',
).check(z.refine(existingMoment, 'is not a date that exists'));
/** `Date.parse` alone would read 31 February as 3 March. */
function existingMoment(value: string): boolean {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === value.slice(0, 19);
}

const clockTime = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "08:30" (in quotes)');
const utcOffset = matching(/^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/, 'must be an offset from UTC such as "+01:00", or Z');

/** Whole permille: records hold confidences in permille, and a decision has to come out the same when made from a record. */
const probability = z.number().check(
  z.gte(0),
  z.lte(1),
  z.refine((value) => Math.round(value * 1000) / 1000 === value, 'has more than 3 decimals'),
);
const owner = z.strictObject({ role: text(120), person: text(120) });

const findingLeaf = z.strictObject({
  class: z.optional(list(z.enum(DATA_CLASSES))),
  entity: z.optional(list(entityType)),
  /** Entity types that do not count although the rest of this leaf fits them. */
  except: z.optional(list(entityType)),
  detector: z.optional(list(text(120))),
  confidence: z.optional(z.strictObject({ gte: probability })),
  count: z.optional(z.strictObject({ gte: z.int().check(z.gte(1), z.lte(100_000)) })),
});
export type FindingLeaf = z.infer<typeof findingLeaf>;

const timeLeaf = z.strictObject({
  from: clockTime,
  to: clockTime,
  days: z.optional(list(z.enum(WEEKDAYS))),
  utc: z.optional(utcOffset),
});
export type TimeLeaf = z.infer<typeof timeLeaf>;

/** Every field that is present has to hold; `all`, `any` and `not` nest further conditions. */
export const conditionSchema = z.strictObject({
  get all(): z.ZodMiniOptional<z.ZodMiniArray<typeof conditionSchema>> {
    return z.optional(list(conditionSchema));
  },
  get any(): z.ZodMiniOptional<z.ZodMiniArray<typeof conditionSchema>> {
    return z.optional(list(conditionSchema));
  },
  get not(): z.ZodMiniOptional<typeof conditionSchema> {
    return z.optional(conditionSchema);
  },
  finding: z.optional(findingLeaf),
  app: z.optional(list(slug)),
  channel: z.optional(list(z.enum(CHANNELS))),
  accountKind: z.optional(list(z.enum(ACCOUNT_KINDS))),
  group: z.optional(list(text(256))),
  use: z.optional(
    z.strictObject({ in: list(text(120)), confidence: z.optional(z.strictObject({ gte: probability })) }),
  ),
  time: z.optional(timeLeaf),
  shape: z.optional(list(z.enum(SHAPES))),
  coverage: z.optional(list(z.enum(COVERAGES))),
  unreadable: z.optional(list(z.enum(['any', ...UNREADABLE_REASONS]))),
});
export type Condition = z.infer<typeof conditionSchema>;

/** A `DecisionInput` in which the author leaves out what the example is not about (see `input.ts` for what then counts). */
export const exampleInputSchema = z.strictObject({
  app: z.optional(slug),
  host: z.optional(text(253)),
  channel: z.optional(z.enum(CHANNELS)),
  accountKind: z.optional(z.enum(ACCOUNT_KINDS)),
  groups: z.optional(z.array(text(256))),
  shape: z.optional(z.enum(SHAPES)),
  coverage: z.optional(z.enum(COVERAGES)),
  time: z.optional(moment),
  findings: z.optional(
    z.array(
      z.strictObject({
        type: entityType,
        class: z.enum(DATA_CLASSES),
        detector: z.optional(text(120)),
        confidence: z.optional(probability),
      }),
    ),
  ),
  uses: z.optional(z.array(z.strictObject({ use: text(120), confidence: z.optional(probability) }))),
  unreadable: z.optional(z.array(z.enum(UNREADABLE_REASONS))),
});
export type ExampleInput = z.infer<typeof exampleInputSchema>;

const exampleSchema = z.strictObject({
  /** Runs through the real classifier; `input` may add what text cannot say (app, group, time, ...). */
  text: z.optional(text(20_000)),
  input: z.optional(exampleInputSchema),
  expect: z.enum(ACTIONS),
});
export type PolicyExample = z.infer<typeof exampleSchema>;

const ruleSchema = z.strictObject({
  id: slug,
  ver: z.int().check(z.gte(1)),
  owner,
  rationale: text(1000),
  severity: z.enum(SEVERITIES),
  mode: z.enum(MODES),
  when: conditionSchema,
  // biome-ignore lint/suspicious/noThenProperty: `then` is what policy authors call it, and it is never a function
  then: z.strictObject({
    action: z.enum(ACTIONS),
    choices: z.optional(list(z.enum(CHOICES))),
    message: z.strictObject({ en: text(600), de: text(600), fr: text(600), es: text(600) }),
  }),
  clauseRefs: z.optional(list(text(120))),
  examples: list(exampleSchema),
});
export type Rule = z.infer<typeof ruleSchema>;

export const DISCOVERY_MODES = ['off', 'record', 'govern'] as const;
export type DiscoveryMode = (typeof DISCOVERY_MODES)[number];

/** An id or a domain: goes into a header, so no blanks and no commas. */
const tenantId = matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, 'must be an id or a domain');

function hasBoth({ tenants, directory }: { tenants?: unknown; directory?: unknown }): boolean {
  return (tenants === undefined) === (directory === undefined);
}

const tenantHeadersSchema = z.strictObject({
  /** ChatGPT workspace ids. */
  openai: z.optional(list(tenantId)),
  /** Claude organisation UUIDs. */
  anthropic: z.optional(list(tenantId)),
  /** Google Workspace domains. */
  google: z.optional(list(tenantId)),
  microsoft: z.optional(
    z
      .strictObject({
        /** Entra tenants that may be used, and the directory id of the one that sets this. */
        tenants: z.optional(list(tenantId)),
        directory: z.optional(tenantId),
        /** Sign-in with consumer accounts. */
        consumer: z.optional(z.literal('block')),
      })
      .check(z.refine(hasBoth, 'needs tenants and directory together')),
  ),
});
export type TenantHeaders = z.infer<typeof tenantHeadersSchema>;

/** As in lib/sites: whole names, or `*.` and a domain; `*` for one segment of a path, `**` last for any rest. */
const hostPattern = matching(
  /^(?=.{1,253}$)(?:\*(?:\.[a-z0-9_-]+){2,}|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/,
  'must be a host name such as chat.example.com, or *.example.com',
);
const pathGlob = matching(
  /^(?=.{1,300}$)(?:\/|(?:\/(?:[\w.~!$&'()+,;=:@%-]+|\*))+\/?|(?:\/(?:[\w.~!$&'()+,;=:@%-]+|\*))*\/\*\*)$/,
  'must be a path such as /api/chat, /api/*/chat or /api/**',
);

/** What is known and wanted about sites and accounts. */
export const sitesSchema = z.strictObject({
  /** AI sites nobody listed: unseen, recorded (default), or recorded and governed from then on. */
  discovery: z.optional(z.enum(DISCOVERY_MODES)),
  /** Ids of the organisation's own accounts at the vendors: what makes an account `corporate`, and any other `personal`. */
  corporateTenants: z.optional(list(tenantId)),
  /** Tell vendors whose accounts may be used from this browser. */
  tenantHeaders: z.optional(tenantHeadersSchema),
  /** Calls that never leave, whatever they carry. Without a path: everything of the host. */
  blocked: z.optional(
    z.array(z.strictObject({ host: hostPattern, path: z.optional(pathGlob) })).check(z.minLength(1), z.maxLength(200)),
  ),
});

export type PolicySites = z.infer<typeof sitesSchema>;

/** A grant that somebody with the authority gave for a while: the rules it names ask nothing of whom it is for. */
const exceptionSchema = z.strictObject({
  id: slug,
  reason: text(1000),
  /** Who answers for it. */
  approver: owner,
  /** Ids of rules. */
  rules: list(slug),
  /** Each of these that is given has to fit. */
  app: z.optional(list(slug)),
  group: z.optional(list(text(256))),
  /** Ids of devices, as their records name them. */
  device: z.optional(list(z.uuid().check(z.lowercase()))),
  /** From then on, and no longer than 90 days. */
  from: moment,
  /** From here on it counts no more. */
  expires: moment,
});
export type PolicyException = z.infer<typeof exceptionSchema>;

/** An emergency: for a few days at most every rule and default asks for no more than a confirmation. */
const breakGlassSchema = z.strictObject({
  id: slug,
  reason: text(1000),
  approver: owner,
  from: moment,
  until: moment,
});
export type BreakGlass = z.infer<typeof breakGlassSchema>;

/** A default is about no finding, so there is nothing it could redact. */
const defaultAction = z.enum(['allow', 'warn', 'justify', 'route', 'approve', 'block']);

export const policySchema = z.strictObject({
  id: slug,
  version: z.int().check(z.gte(1)),
  issued: moment,
  /** From here on the policy keeps enforcing but counts as expired, and `defaults.stale` is the least that is asked. */
  expires: moment,
  minApp: z.optional(matching(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.4.0')),
  channel: z.enum(['stable', 'canary']),
  owner,
  sites: z.optional(sitesSchema),
  data: z.optional(dataSchema),
  rules: z.array(ruleSchema).check(z.minLength(1), z.maxLength(500)),
  exceptions: z.optional(list(exceptionSchema)),
  breakGlass: z.optional(breakGlassSchema),
  /** What devices do with their own keys. */
  keys: z.optional(z.strictObject({ rotateAfterDays: z.int().check(z.gte(1), z.lte(3650)) })),
  defaults: z.strictObject({
    /** When something in the body cannot be read and no rule speaks about that. */
    notEvaluable: defaultAction,
    /** The least that happens on a governed site without an adapter. */
    unknownSite: defaultAction,
    /** The least that happens once this policy has expired. */
    stale: defaultAction,
    /** While a policy is configured but none has arrived yet. */
    noPolicy: defaultAction,
  }),
});
export type Policy = z.infer<typeof policySchema>;
