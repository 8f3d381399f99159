/** `DecisionInput` at the boundaries: stored vectors that are replayed, and the shortened ones in policy examples. */
import * as z from 'zod/mini';
import { DATA_CLASSES } from '../classify/finding.ts';
import type { DecisionInput } from './decision.ts';
import { ACCOUNT_KINDS, CHANNELS, COVERAGES, type ExampleInput, SHAPES } from './schema.ts';

/** Parses a stored `DecisionInput`. */
export const decisionInputSchema = z.strictObject({
  app: z.string().check(z.minLength(1), z.maxLength(64)),
  host: z.string().check(z.maxLength(253)),
  channel: z.enum(CHANNELS),
  accountKind: z.enum(ACCOUNT_KINDS),
  groups: z.array(z.string()),
  shape: z.enum(SHAPES),
  coverage: z.enum(COVERAGES),
  timeMs: z.int(),
  findings: z.array(
    z.strictObject({ type: z.string(), class: z.enum(DATA_CLASSES), detector: z.string(), confidence: z.number() }),
  ),
  uses: z.array(z.strictObject({ use: z.string(), confidence: z.number() })),
  unreadable: z.array(z.string()),
  device: z.optional(z.string()),
});

/** A complete input from an example: what the author left out is an ordinary typed prompt in a known app. */
export function completeInput(example: ExampleInput, timeMs: number): DecisionInput {
  const { time, findings = [], uses = [], ...given } = example;
  return {
    app: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'typed',
    accountKind: 'unknown',
    groups: [],
    shape: 'known',
    coverage: 'full',
    unreadable: [],
    ...given,
    timeMs: time === undefined ? timeMs : Date.parse(time),
    findings: findings.map((finding) => ({ detector: 'example', confidence: 1, ...finding })),
    uses: uses.map((use) => ({ confidence: 1, ...use })),
  };
}
