import type { Finding } from '../classify/finding.ts';
import type { Channel } from '../prompt/prompt.ts';

/** What policy can say, mildest first: the order is the order of severity. */
export const ACTIONS = ['allow', 'warn', 'justify', 'redact', 'route', 'approve', 'block'] as const;
export type Action = (typeof ACTIONS)[number];

/** The ways on that a decision offers the person. `redact` sends the redacted text, `proceed` the original. */
export const CHOICES = ['redact', 'proceed', 'justify', 'edit', 'cancel'] as const;
export type Choice = (typeof CHOICES)[number];

export type AccountKind = 'personal' | 'corporate' | 'anonymous' | 'unknown';

/** Everything a policy may look at. No prompt text: this vector can be stored and replayed. */
export interface DecisionInput {
  app: string;
  host: string;
  channel: Channel;
  accountKind: AccountKind;
  groups: string[];
  shape: 'known' | 'unknown';
  coverage: 'full' | 'partial' | 'none';
  /** Minutes since the epoch are enough for time rules; passed in, never read from a clock. */
  timeMs: number;
  findings: Pick<Finding, 'type' | 'class' | 'detector' | 'confidence'>[];
  uses: { use: string; confidence: number }[];
  unreadable: string[];
  /** Id of the device, as its records name it; absent where there is none (examples, the command line). */
  device?: string;
}

export interface RuleHit {
  id: string;
  ver: number;
  action: Action;
  mode: 'enforce' | 'warn' | 'monitor';
  severity: 'low' | 'medium' | 'high' | 'critical';
  /** Indexes into `DecisionInput.findings` that this rule selected. */
  findings: number[];
  /** The exception that excuses from it; absent when there is none. */
  exception?: string;
  /** Plain words for the person, by language; and who answers for the rule. */
  message: Record<string, string>;
  owner: string;
}

export interface Decision {
  action: Action;
  /** What would have happened if every monitor rule enforced. */
  wouldAction: Action;
  /** Every rule that matched, most severe first. */
  rules: RuleHit[];
  /** Id of the rule that decided, null when no rule matched and the default applied. */
  decisive: string | null;
  choices: Choice[];
  /** Finding indexes replaced when the person sends redacted. */
  redact: number[];
  /** Stable code: `rule`, `default`, `exception`, `not_evaluable`, `no_policy`, `timeout`. */
  reason: string;
  evaluation: 'evaluated' | 'not_evaluable' | 'timeout' | 'fallback';
  /** The emergency that was on; absent when there was none. */
  breakGlass?: string;
}
