/** From an inspection and what came of it to the draft of its record. Never any text: see lib/records/build.ts. */
import type { DataClass } from '../classify/finding.ts';
import { decideWithout, type Unasked } from '../policy/decide.ts';
import type { Channel, Prompt } from '../prompt/prompt.ts';
import { buildDecision } from '../records/build-decision.ts';
import type { DecisionDraft } from '../records/record.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { decisionInput, type Inspection } from './inspect.ts';
import type { PersonAnswer, Session } from './ports.ts';

/** A refusal of the gate that the rules were not asked about. */
export interface BareRefusal {
  host: string;
  channel: Channel;
  code: Unasked;
  /** How many equal ones it stands for. */
  times: number;
}

type Site = Pick<SiteAdapter, 'id' | 'provider'>;

/** Raised whenever the same text could be classified differently. */
const ENGINE = { name: 'sluice', version: '1' };

export interface Outcome {
  /** Null when nobody was asked. */
  answer: PersonAnswer | null;
  /** Redacted values by data class, empty when nothing was redacted. */
  redactions: ReadonlyMap<DataClass, number>;
  /** Milliseconds from capture to decision, without the person's time. */
  latencyMs: number;
}

/** What does not fit the record's schema is not written down: the caller then has no record and refuses. */
export async function describeDecision(
  site: Site,
  { prompt, classification, input, decision }: Inspection,
  { answer, redactions, latencyMs }: Outcome,
  { digester, policyRef, freshness, subject }: Session,
): Promise<DecisionDraft> {
  const { conversation } = prompt;
  return buildDecision({
    prompt,
    classification,
    input,
    decision,
    policyRef,
    freshness,
    userChoice: answer?.choice ?? null,
    justificationCode: answer?.justification ?? null,
    redactions,
    latencyMs,
    subject,
    engine: ENGINE,
    dest: destOf(site),
    conversationRef: conversation === null ? null : await digester.digest('conversation', conversation),
  });
}

/** The same for a refusal of which nothing is known but that it happened. */
export function describeRefusal(
  site: Site,
  { host, channel, code, times }: BareRefusal,
  { policyRef, freshness, subject, context }: Session,
  timeMs: number,
): DecisionDraft {
  const prompt: Prompt = {
    ...{ app: site.id, host, channel, shape: 'unknown', conversation: null },
    parts: [],
    unreadable: [],
  };
  const classification = { findings: [], uses: [] };
  return buildDecision({
    prompt,
    classification,
    input: decisionInput(prompt, classification, { ...context, timeMs }),
    decision: decideWithout(code, 'block'),
    ...{ policyRef, freshness, subject },
    userChoice: null,
    justificationCode: null,
    redactions: new Map(),
    latencyMs: 0,
    engine: ENGINE,
    dest: destOf(site),
    times,
  });
}

function destOf({ id, provider }: Site): DecisionDraft['dest'] {
  return { provider, product: id, plan: 'unknown', model_source: 'unknown', surface: 'web' };
}
