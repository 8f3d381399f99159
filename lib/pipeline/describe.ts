/** From an inspection and what came of it to the draft of its record. Never any text: see lib/records/build.ts. */
import type { DataClass } from '../classify/finding.ts';
import { buildDecision } from '../records/build-decision.ts';
import type { DecisionDraft } from '../records/record.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import type { Inspection } from './inspect.ts';
import type { PersonAnswer, Session } from './ports.ts';

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
  site: Pick<SiteAdapter, 'id' | 'provider'>,
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
    dest: { provider: site.provider, product: site.id, plan: 'unknown', model_source: 'unknown', surface: 'web' },
    conversationRef: conversation === null ? null : await digester.digest('conversation', conversation),
  });
}
