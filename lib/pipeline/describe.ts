/** What became of a decision, in the words of the record. */
import type { PersonAnswer } from './ports.ts';

export interface Outcome {
  answer: PersonAnswer | null;
  /** Redacted values by data class, empty when nothing was redacted. */
  redactions: Map<string, number>;
  /** Milliseconds from capture to decision, without the person's time. */
  latencyMs: number;
}

export const NOBODY_ASKED: Omit<Outcome, 'latencyMs'> = { answer: null, redactions: new Map() };
