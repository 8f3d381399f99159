/**
 * From a decision to the draft of its record. Pure. A prompt is only ever counted and measured here; nothing of it (text,
 * names, ids) is copied. Whoever writes a draft down checks it against the schema; one that does not fit is not written,
 * and what it is about is refused.
 */
import type { Classification, DataClass, PromptFinding } from '../classify/finding.ts';
import type { Choice, Decision, DecisionInput } from '../policy/decision.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { DecisionDraft } from './record.ts';
import type { PolicyRef } from './record-fields.ts';
import { toPermille, toStoredInput } from './record-input.ts';
import { MAX_ATTACHMENTS, MAX_FINDING_GROUPS } from './record-limits.ts';
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
  redactions: ReadonlyMap<DataClass, number>;
  latencyMs: number;
  subject: DecisionDraft['subject'];
  engine: DecisionDraft['engine'];
  dest: DecisionDraft['dest'];
  /** Keyed digests (64 hex digits) of the provider's conversation and message ids. */
  conversationRef?: string | null;
  messageRef?: string | null;
  register?: { ref: string | null; status: DecisionDraft['register_status'] };
  /** How many equal refusals the record stands for; default one. */
  times?: number;
  /** Regimes by data class, for readers (`PCI` -> `pci-dss`). */
  regimes?: Partial<Record<DataClass, string[]>>;
}

/** The record of a decision. Durable before anything is released. Throws when a confidence is not a number. */
export function buildDecision(facts: DecisionFacts): DecisionDraft {
  const { prompt, decision, input } = facts;
  const attachments = attachmentsOf(prompt);
  return {
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
    rules: decision.rules.map(({ id, ver, action, mode, exception }) => ({
      ...{ id, ver, action, mode },
      ...optional('exception', exception),
    })),
    ...optional('decisive', decision.decisive),
    ...optional('exception', decision.rules.find(({ exception }) => exception !== undefined)?.exception),
    ...optional('breakglass', decision.breakGlass),
    evaluation: decision.evaluation,
    action: decision.action,
    would_action: decision.wouldAction,
    reason: decision.reason,
    redactions: [...facts.redactions].map(([dataClass, count]) => ({ class: dataClass, count, method: 'token' })),
    user_choice: facts.userChoice ?? 'none',
    ...optional('justification_code', facts.justificationCode),
    ...optional('times', facts.times === 1 ? null : facts.times),
    content: { retained: 'none' },
  };
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

/** A field that is absent, never null, when there is nothing to say. */
export function optional<K extends string, V>(key: K, value: V | null | undefined): { [key in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}
