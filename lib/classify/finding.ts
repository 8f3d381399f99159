/** What classification says about a span of text. Offsets are UTF-16 code units of the text as given, end exclusive. */

/** All but the last are about data that must not leave; `PROMPT_RISK` is about text that may turn a model against its user. */
export const DATA_CLASSES = [
  'PII',
  'PHI',
  'PCI',
  'SECRET',
  'SOURCE_CODE',
  'CONFIDENTIAL',
  'CUSTOM',
  'PROMPT_RISK',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export interface Finding {
  /** Entity type by the field's names: `EMAIL_ADDRESS`, `CREDIT_CARD`, `PERSON`, `SECRET`, ... */
  type: string;
  class: DataClass;
  /** The rule that found it, e.g. `credit-card` or `aws-access-token`. */
  detector: string;
  start: number;
  end: number;
  /** 0..1. From 0.85 the finding may be acted on without a person looking (see `HIGH_CONFIDENCE`). */
  confidence: number;
  /** Codes of what supports it: `pattern`, `validator:luhn`, `cue:card`, `encoded:base64`. Never matched text. */
  evidence: string[];
}

export const HIGH_CONFIDENCE = 0.85;

/** A finding in a prompt: which part it is in, by index. */
export interface PromptFinding extends Finding {
  part: number;
}

/** A topic of acceptable use the text seems to be about. */
export interface UseFinding {
  use: string;
  confidence: number;
}

export interface Classification {
  findings: PromptFinding[];
  uses: UseFinding[];
}
