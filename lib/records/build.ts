/**
 * Builders: from what happened to the draft of a record (of decisions: build-decision.ts). Pure. Every draft is checked
 * against the schema, and one that does not fit throws.
 */
import { optional } from './build-decision.ts';
import { type DraftOf, type RecordDraft, recordDraft } from './record.ts';
import type { AppHealthRecord, PolicyRef } from './record-fields.ts';

/** What was seen after the decision with this record id. */
export function buildEffect(facts: {
  decisionId: string;
  state: DraftOf<'effect'>['state'];
  observedBy: DraftOf<'effect'>['observed_by'];
  agreement: DraftOf<'effect'>['agreement'];
}): DraftOf<'effect'> {
  const { decisionId, state, observedBy, agreement } = facts;
  return check({ kind: 'effect', decision: decisionId, state, observed_by: observedBy, agreement });
}

export function buildPolicyApplied(facts: {
  policyRef: PolicyRef;
  freshness: DraftOf<'policy_applied'>['freshness'];
  /** Digest of the policy before. */
  replaces: string | null;
}): DraftOf<'policy_applied'> {
  const { policyRef: policy, freshness, replaces } = facts;
  return check({ kind: 'policy_applied', policy, freshness, ...optional('replaces', replaces) });
}

export function buildPolicyRejected(facts: {
  code: string;
  source: DraftOf<'policy_rejected'>['source'];
  /** Digest of the policy that stays. */
  kept: string | null;
}): DraftOf<'policy_rejected'> {
  const { code, source, kept } = facts;
  return check({ kind: 'policy_rejected', code, source, ...optional('kept', kept) });
}

export function buildEnrolled(facts: {
  kid: string;
  publicKey: string;
  serverKey: { kid: string; publicKey: string };
}): DraftOf<'enrolled'> {
  const { kid, publicKey, serverKey } = facts;
  return check({
    kind: 'enrolled',
    kid,
    public_key: publicKey,
    server_kid: serverKey.kid,
    server_key: serverKey.publicKey,
  });
}

export function buildHeartbeat(facts: {
  coverage: DraftOf<'heartbeat'>['coverage'];
  policyRef: PolicyRef | null;
  freshness: DraftOf<'heartbeat'>['freshness'];
  queued: number;
  rejected: number;
  /** Apps used since the browser started. */
  apps?: AppHealthRecord[];
  /** Governed apps that the browser keeps the extension out of. */
  denied?: number;
}): DraftOf<'heartbeat'> {
  const { coverage, policyRef, freshness, queued, rejected, apps, denied } = facts;
  const rest = { freshness, queued, rejected, ...optional('apps', apps), ...optional('denied', denied) };
  return check({ kind: 'heartbeat', coverage, ...optional('policy', policyRef), ...rest });
}

export function buildSiteDiscovered(facts: Omit<DraftOf<'site_discovered'>, 'kind'>): DraftOf<'site_discovered'> {
  return check({ kind: 'site_discovered', ...facts });
}

export function buildGap(facts: Omit<DraftOf<'gap_declared'>, 'kind'>): DraftOf<'gap_declared'> {
  return check({ kind: 'gap_declared', ...facts });
}

export function buildTamperSuspected(facts: { code: string; detail: string | null }): DraftOf<'tamper_suspected'> {
  return check({ kind: 'tamper_suspected', code: facts.code, ...optional('detail', facts.detail) });
}

export function buildBreakGlass(facts: {
  id: string;
  /** Milliseconds since the epoch. */
  until: number;
  policyRef: PolicyRef;
}): DraftOf<'breakglass'> {
  const { id, until, policyRef: policy } = facts;
  return check({ kind: 'breakglass', breakglass: id, until, policy });
}

export function buildKeyRotated(facts: {
  kid: string;
  publicKey: string;
  reason: DraftOf<'key_rotated'>['reason'];
}): DraftOf<'key_rotated'> {
  const { kid, publicKey, reason } = facts;
  return check({ kind: 'key_rotated', kid, public_key: publicKey, reason });
}

export function buildTombstone(facts: Omit<DraftOf<'tombstone'>, 'kind'>): DraftOf<'tombstone'> {
  return check({ kind: 'tombstone', ...facts });
}

/** What has to stand behind a decision: that the person overrode rules, and each exception that excused from some. */
export function followUps(draft: RecordDraft, decisionId: string): RecordDraft[] {
  if (draft.kind !== 'decision') return [];
  const { rules, user_choice: choice, justification_code } = draft;
  const made: RecordDraft[] = [];
  if (choice === 'proceed' || choice === 'justify') {
    const asked = rules.filter(({ mode, exception }) => mode !== 'monitor' && exception === undefined);
    const overridden = asked.map(({ id }) => id);
    const code = optional('justification_code', justification_code);
    made.push(check({ kind: 'override', decision: decisionId, choice, ...code, rules: overridden }));
  }
  for (const exception of new Set(rules.map((rule) => rule.exception))) {
    if (exception === undefined) continue;
    const excused = rules.filter((rule) => rule.exception === exception).map(({ id }) => id);
    made.push(check({ kind: 'exception_used', decision: decisionId, exception, rules: excused }));
  }
  return made;
}

function check<D>(draft: D): D {
  recordDraft.parse(draft);
  return draft;
}
