/** What the popup and the options page are told by the background: counts, kinds and states, never a value. */
import * as z from 'zod/mini';
import { DATA_CLASSES } from '../classify/finding.ts';
import { COVERAGE_REASONS } from '../coverage/level.ts';
import { ACTIONS, CHOICES } from '../policy/decision.ts';
import { ACCOUNT_KINDS, policySchema } from '../policy/schema.ts';
import { ASSURANCES } from '../records/record-fields.ts';
import { CERTIFICATE_REFUSALS } from '../sync/api.ts';

const text = z.string().check(z.maxLength(512));
/** Milliseconds since the epoch. */
const moment = z.int();
const count = z.int().check(z.minimum(0));
const freshness = z.enum(['fresh', 'stale', 'expired', 'none']);
const policySource = z.enum(['managed', 'endpoint', 'bundled']);

/** What it means and why: lib/coverage/level.ts. */
const coverage = z.enum(['full', 'partial', 'none']);

export const shownDecision = z.strictObject({
  ts: moment,
  action: z.enum(ACTIONS),
  /** What the person chose, where they were asked. */
  choice: z.nullable(z.enum(CHOICES)),
  counts: z.array(z.strictObject({ type: text, class: z.enum(DATA_CLASSES), count })),
});
export type ShownDecision = z.infer<typeof shownDecision>;

/** Value of the answer to `popup.state`: the state of the active tab. */
export const popupState = z.strictObject({
  /** Set by the admin; null follows the browser. */
  language: z.nullable(text),
  tab: z.strictObject({
    /** -1 when there is none. */
    id: z.int(),
    /** Null for pages without a host name (new tab, settings). */
    host: z.nullable(text),
    /** Null when no app of the register or the policy governs the tab. */
    app: z.nullable(z.strictObject({ id: text, name: text })),
    coverage,
    /** Why it is not `full`. */
    reason: z.nullable(z.enum(COVERAGE_REASONS)),
    /** Whether the app is still read as its adapter expects. */
    health: z.enum(['never_seen', 'ok', 'degraded', 'unknown_shape']),
    account: z.enum(ACCOUNT_KINDS),
  }),
  /** Whether the extension works in private windows. */
  privateWindows: z.boolean(),
  /** Null while no policy has arrived: governed sites are then held. */
  policy: z.nullable(z.strictObject({ id: text, version: z.int(), freshness, source: policySource })),
  /** Of this tab, newest first. */
  decisions: z.array(shownDecision).check(z.maxLength(50)),
  records: z.strictObject({ waiting: count, shipped: count, rejected: count }),
  endpoint: z.strictObject({
    state: z.enum(['reachable', 'unreachable', 'revoked', ...CERTIFICATE_REFUSALS, 'never_tried', 'not_configured']),
    /** Last time it answered. */
    lastContact: z.nullable(moment),
  }),
});
export type PopupState = z.infer<typeof popupState>;

/** Value of the answer to `records.list`: one page of the person's own records, newest first. */
export const recordPage = z.strictObject({
  records: z.array(
    z.strictObject({
      seq: z.int(),
      ts: moment,
      kind: text,
      /** The exact bytes that were signed, as text. */
      json: z.string().check(z.maxLength(65_536)),
      state: z.enum(['waiting', 'sending', 'shipped', 'rejected']),
    }),
  ),
  total: count,
});
export type RecordPage = z.infer<typeof recordPage>;

/** Value of the answer to `policy.view`. `policy` is the policy document in force, null while there is none. */
export const policyView = z.strictObject({
  policy: z.nullable(policySchema),
  source: z.nullable(policySource),
  freshness,
});
export type PolicyView = z.infer<typeof policyView>;

/** Value of the answer to `enrolment.view`. */
export const enrolmentView = z.strictObject({
  state: z.enum(['enrolled', 'pending', 'failed', 'revoked', 'standalone']),
  tenant: z.nullable(text),
  endpoint: z.nullable(z.string().check(z.maxLength(2048))),
  /** Random id of this browser profile. */
  device: z.nullable(text),
  /** Id of the key that signs this device's records. */
  kid: z.nullable(text),
  /** How people appear in records, and how sure the browser is of it. */
  subject: z.strictObject({ ref: z.nullable(text), assurance: text, groups: z.array(text) }),
  /** Code of the last failure. */
  error: z.nullable(text),
});
export type EnrolmentView = z.infer<typeof enrolmentView>;

/** Value of the answers to `identity.*`: who is signed in on this browser, or about to be. For the person's own eyes. */
export const identityView = z.strictObject({
  state: z.enum(['none', 'pending', 'bound']),
  canSignIn: z.boolean(),
  /** `url`: the page to sign in at; null when the background that asked for it has ended since. */
  pending: z.nullable(z.strictObject({ code: text, expiresAt: moment, url: z.nullable(z.string()) })),
  subject: z.strictObject({
    assurance: z.enum(ASSURANCES),
    /** What records call the person, until before `until`. */
    ref: z.nullable(text),
    until: z.nullable(moment),
    since: z.nullable(moment),
    name: z.nullable(text),
  }),
  /** What came of the last press. */
  fault: z.nullable(z.enum(['unreachable', 'too_many', 'not_offered', 'unauthorised', 'expired'])),
});
export type IdentityView = z.infer<typeof identityView>;
