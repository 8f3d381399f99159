/** One text through the same core as in the browser: classification, then the decision of a policy. */
import type { Classifier } from '../../lib/classify/classifier.ts';
import type { Finding, UseFinding } from '../../lib/classify/finding.ts';
import { decide } from '../../lib/policy/decide.ts';
import type { Action } from '../../lib/policy/decision.ts';
import { completeInput } from '../../lib/policy/input.ts';
import type { Policy } from '../../lib/policy/schema.ts';
import type { Prompt } from '../../lib/prompt/prompt.ts';

/** The public form of a result; offsets are UTF-16 code units of the text, end exclusive. */
export interface ScanResult {
  findings: Pick<Finding, 'type' | 'class' | 'detector' | 'start' | 'end' | 'confidence'>[];
  uses: UseFinding[];
  decision: { action: Action; rules: string[] };
}

function promptOf(text: string): Prompt {
  const part = { id: 'text', role: 'user' as const, kind: 'text' as const, text };
  const place = { app: 'chatgpt', host: 'chatgpt.com', channel: 'typed' as const, shape: 'known' as const };
  return { ...place, conversation: null, parts: [part], unreadable: [] };
}

/** `timeMs` (since the epoch) is what time rules of the policy are judged by. */
export function scanText(text: string, classifier: Classifier, policy: Policy, timeMs: number): ScanResult {
  const { findings, uses } = classifier.classifyPrompt(promptOf(text));
  const seen = findings.map(({ type, class: dataClass, detector, confidence }) => ({
    type,
    class: dataClass,
    detector,
    confidence,
  }));
  const decision = decide(policy, { ...completeInput({}, timeMs), findings: seen, uses });
  return {
    findings: findings.map(({ type, class: dataClass, detector, start, end, confidence }) => ({
      type,
      class: dataClass,
      detector,
      start,
      end,
      confidence,
    })),
    uses,
    decision: { action: decision.action, rules: decision.rules.map((rule) => rule.id) },
  };
}
