/**
 * The spine: one prompt's way from what was found in it to the decision, as calls in order. Pure and synchronous. The
 * classification is made by whoever has a classifier: the background, for its gate and for the guard that asks it.
 */
import type { Classification, PromptFinding } from '../classify/finding.ts';
import { askedUses } from '../policy/asked-uses.ts';
import { decide, decideWithout } from '../policy/decide.ts';
import type { AccountKind, Decision, DecisionInput } from '../policy/decision.ts';
import type { Policy } from '../policy/schema.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { dropTokenFindings } from '../redact/tokens.ts';

/** What is known besides the text. Time is passed in: the core has no clock. */
export interface InspectContext {
  accountKind: AccountKind;
  groups: string[];
  /** The device's id, which exceptions may name. */
  device?: string;
  coverage: 'full' | 'partial' | 'none';
  /** Milliseconds since the epoch. */
  timeMs: number;
  /** An admin configured a policy and none has arrived: the stand-in rules must not let anything by. */
  waitingForPolicy: boolean;
}

export interface Inspection {
  prompt: Prompt;
  context: InspectContext;
  classification: Classification;
  input: DecisionInput;
  decision: Decision;
}

/** Decide about a prompt by what classification says of it. Finding indexes in the decision point into `classification.findings`. */
export function inspect(
  prompt: Prompt,
  classification: Classification,
  policy: Policy,
  context: InspectContext,
): Inspection {
  return conclude(prompt, withoutOwnTokens(prompt, classification), policy, context);
}

/** The same prompt, decided about as if these findings had been made. */
export function withFindings(inspection: Inspection, findings: PromptFinding[], policy: Policy): Inspection {
  const { prompt, context, classification } = inspection;
  return conclude(prompt, { ...classification, findings }, policy, context);
}

function conclude(prompt: Prompt, classification: Classification, policy: Policy, context: InspectContext): Inspection {
  const asked = askedUses(policy);
  const uses = classification.uses.filter(({ use }) => asked.has(use));
  const input = decisionInput(prompt, { ...classification, uses }, context);
  const decision = context.waitingForPolicy
    ? decideWithout('no_policy', policy.defaults.noPolicy)
    : decide(policy, input);
  return { prompt, context, classification, input, decision };
}

/** What the policy may look at: everything about the prompt except its text. */
export function decisionInput(prompt: Prompt, classification: Classification, context: InspectContext): DecisionInput {
  const { accountKind, groups, coverage, timeMs, device } = context;
  return {
    app: prompt.app,
    host: prompt.host,
    channel: prompt.channel,
    shape: prompt.shape,
    accountKind,
    groups,
    coverage,
    timeMs,
    ...(device === undefined ? {} : { device }),
    findings: classification.findings.map(({ type, class: dataClass, detector, confidence }) => ({
      type,
      class: dataClass,
      detector,
      confidence,
    })),
    uses: classification.uses,
    unreadable: prompt.unreadable.map(({ reason }) => reason),
  };
}

/** A token that stands for a value is not a value: without this, redacted text would be found guilty again. */
function withoutOwnTokens(prompt: Prompt, classification: Classification): Classification {
  const findings = prompt.parts.flatMap((part, index) =>
    dropTokenFindings(
      part.text,
      classification.findings.filter((finding) => finding.part === index),
    ),
  );
  return { ...classification, findings };
}
