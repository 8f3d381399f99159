/**
 * Builders: from what happened to the draft of a record. Pure. A prompt is only ever counted and measured here; nothing
 * of it (text, names, ids) is copied. Every draft is checked against the schema, and one that does not fit throws: the
 * caller treats that like a record that could not be written and refuses.
 */
import type { Classification, DataClass, PromptFinding } from '../classify/finding.ts';
import type { Choice, Decision, DecisionInput } from '../policy/decision.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { type DecisionDraft, type DraftOf, decisionDraft, recordDraft } from './record.ts';
import { type AppHealthRecord, MAX_ATTACHMENTS, MAX_FINDING_GROUPS, type PolicyRef } from './record-fields.ts';
import { toPermille, toStoredInput } from './record-input.ts';
import { attachmentType, FORMAT_TYPES } from './record-media.ts';

export interface DecisionFacts {
  prompt: Prompt;
  classification: Classification;
  /** Exactly what `decide` was given, and what it answered. */
  input: DecisionInput;
  decision: Decision;
  /** Null when the decision was made without a policy. */
  policyRef: PolicyRef | null;
  freshness: DecisionDraft['freshness'];
  /** Null when nobody was asked. */
  userChoice: Choice | null;
  /** One of the fixed reason codes, null when nothing was justified. */
  justificationCode: string | null;
  /** Redacted values by data class. */
  redactions: ReadonlyMap<string, number>;
  latencyMs: number;
  subject: DecisionDraft['subject'];
  engine: DecisionDraft['engine'];
  dest: DecisionDraft['dest'];
  /** Keyed digests (64 hex digits) of the provider's conversation and message ids. */
  conversationRef?: string | null;
  messageRef?: string | null;
  register?: { ref: string | null; status: DecisionDraft['register_status'] };
  exception?: string | null;
  /** Regimes by data class, for readers (`PCI` -> `pci-dss`). */
  regimes?: Partial<Record<DataClass, string[]>>;
}

/** The record of a decision. Durable before anything is released. */
export function buildDecision(facts: DecisionFacts): DecisionDraft {
  const { prompt, decision, input } = facts;
  const attachments = attachmentsOf(prompt);
  return decisionDraft.parse({
    kind: 'decision',
    subject: facts.subject,
    dest: facts.dest,
    ...optional('register_ref', facts.register?.ref),
    register_status: facts.register?.status ?? 'unknown',
    op: operationOf(prompt, attachments.length),
    modality: modalityOf(prompt, attachments.length),
    size: prompt.parts.reduce((sum, part) => sum + part.text.length, 0),
    attachments: attachments.slice(0, MAX_ATTACHMENTS),
    ...optional('conv_ref', facts.conversationRef),
    ...optional('msg_ref', facts.messageRef),
    engine: facts.engine,
    findings: summarise(facts.classification.findings, facts.regimes ?? {}),
    input: toStoredInput(input),
    latency_ms: Math.max(0, Math.round(facts.latencyMs)),
    ...optional('policy', facts.policyRef),
    freshness: facts.freshness,
    mode: decision.rules.find(({ id }) => id === decision.decisive)?.mode ?? 'enforce',
    rules: decision.rules.map(({ id, ver, action, mode }) => ({ id, ver, action, mode })),
    ...optional('decisive', decision.decisive),
    ...optional('exception', facts.exception),
    evaluation: decision.evaluation,
    action: decision.action,
    would_action: decision.wouldAction,
    reason: decision.reason,
    redactions: [...facts.redactions].map(([dataClass, count]) => ({ class: dataClass, count, method: 'token' })),
    user_choice: facts.userChoice ?? 'none',
    ...optional('justification_code', facts.justificationCode),
    content: { retained: 'none' },
  });
}

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

function check<D>(draft: D): D {
  recordDraft.parse(draft);
  return draft;
}

/** A field that is absent, never null, when there is nothing to say. */
function optional<K extends string, V>(key: K, value: V | null | undefined): { [key in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

function operationOf(prompt: Prompt, attachments: number): DecisionDraft['op'] {
  switch (prompt.channel) {
    case 'typed':
      return 'prompt.submit';
    case 'draft':
      return 'prompt.draft';
    case 'paste':
      return 'paste';
    case 'drop':
    case 'file':
      return 'file.attach';
    case 'url':
      return 'url.open';
    case 'voice':
      return 'voice';
    case 'tool':
      return 'tool.call';
    case 'other':
      return attachments > 0 ? 'file.attach' : 'other';
  }
}

function modalityOf({ parts }: Prompt, attachments: number): DecisionDraft['modality'] {
  if (attachments === 0) return parts.length === 0 ? 'none' : 'text';
  return parts.every(({ kind }) => kind === 'attachment') ? 'file' : 'mixed';
}

/** One entry per file: those whose text stands in the body, and those that were opened. Sizes in UTF-16 units or bytes. */
function attachmentsOf(prompt: Prompt): DecisionDraft['attachments'] {
  const { parts, files = [] } = prompt;
  const inBody = parts.filter(({ kind, fileId }) => kind === 'attachment' && fileId === undefined);
  // An app that names a file beside its content has not sent two.
  const withContent = new Set([...files, ...inBody.filter(({ name, text }) => name !== text)].map(({ name }) => name));
  const texts = inBody.filter(({ name, text }) => name !== text || !withContent.has(name));
  return [
    ...texts.map(({ mediaType = '', name = '', text }) => ({
      type: attachmentType(mediaType, name),
      size: text.length,
      scan: text.length > 0 ? ('read' as const) : ('empty' as const),
    })),
    ...files.map(({ id, format, mediaType, name, size }) => ({
      type: FORMAT_TYPES[format] ?? attachmentType(mediaType, name),
      size,
      scan: scanOf(id, prompt),
    })),
  ];
}

function scanOf(id: string, { parts, unreadable }: Prompt): DecisionDraft['attachments'][number]['scan'] {
  const isRead = parts.some(({ fileId }) => fileId === id);
  const isUnread = unreadable.some(({ fileId }) => fileId === id);
  if (isRead) return isUnread ? 'partly' : 'read';
  return isUnread ? 'unread' : 'empty';
}

function summarise(findings: PromptFinding[], regimes: Partial<Record<DataClass, string[]>>) {
  const groups = new Map<string, DecisionDraft['findings'][number]>();
  for (const { type, class: dataClass, confidence, evidence } of findings) {
    const key = `${dataClass} ${type}`;
    const group = groups.get(key) ?? {
      type,
      class: dataClass,
      regimes: regimes[dataClass] ?? [],
      count: 0,
      conf_pm: 0,
    };
    const validator = evidence.find((entry) => entry.startsWith('validator:'))?.slice('validator:'.length);
    groups.set(key, {
      ...group,
      count: group.count + 1,
      conf_pm: Math.max(group.conf_pm, toPermille(confidence)),
      ...optional('validator', group.validator ?? validator),
    });
  }
  return [...groups.values()].slice(0, MAX_FINDING_GROUPS);
}
