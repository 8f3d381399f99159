/**
 * What the background answers guards, method by method. Nobody else can answer, and a guard never outlives the version of
 * the background it asks: there is nothing to check.
 */
import type { Classification } from '../classify/finding.ts';
import type { PageFacts } from '../coverage/site-of-page.ts';
import type { Language } from '../language/language.ts';
import type { Approval } from '../pipeline/approval-schema.ts';
import type { Session } from '../pipeline/ports.ts';

/** Key in local storage that changes whenever guards have to open their session anew. */
export const POLICY_STAMP = 'policyStamp';

/** Everything a guard needs to judge on its own. */
export interface SessionOffer extends Omit<Session, 'digester'> {
  /** 32 random bytes, base64: the key of lib/pipeline/digest.ts. */
  digestKey: string;
  language: Language;
}

export interface Answers {
  'guard.app': PageFacts;
  'guard.open': SessionOffer;
  'guard.classify': Classification;
  /** The id of the record that is on disk now. */
  'guard.commit': { id: string };
  'guard.recall': Approval[];
}
