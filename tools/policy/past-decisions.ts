/** Reads past decisions from JSON Lines: `{"input": DecisionInput, "action"}`, or decision records as browsers ship them. */
import * as z from 'zod';
import { ACTIONS } from '../../lib/policy/decision.ts';
import { decisionInputSchema } from '../../lib/policy/input.ts';
import type { PastDecision } from '../../lib/policy/replay.ts';
import { storedInput } from '../../lib/records/record-fields.ts';
import { fromStoredInput } from '../../lib/records/record-input.ts';
import { CommandError } from './terminal.ts';

const plainLine = z.strictObject({ input: decisionInputSchema, action: z.enum(ACTIONS) });
const recordLine = z.object({ kind: z.string() });
const decisionRecord = z.object({
  kind: z.literal('decision'),
  device: z.string().optional(),
  input: storedInput,
  action: z.enum(ACTIONS),
});

export interface PastDecisions {
  decisions: PastDecision[];
  /** Records of other kinds, and decisions whose input was too large to be stored whole. */
  skipped: number;
}

/** Throws a `CommandError` that names the first line that is neither. */
export function parsePastDecisions(source: string, file: string): PastDecisions {
  const decisions: PastDecision[] = [];
  let skipped = 0;
  source.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const past = parseLine(line);
    if (past === undefined)
      throw new CommandError(`${file}:${index + 1}: is not a past decision (see policies/README.md)`);
    if (past === null) skipped++;
    else decisions.push(past);
  });
  return { decisions, skipped };
}

/** Null for a line that is fine but says nothing to replay; undefined for one that is not understood. */
function parseLine(line: string): PastDecision | null | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const plain = plainLine.safeParse(value);
  if (plain.success) return plain.data;
  const record = recordLine.safeParse(value);
  if (!record.success) return undefined;
  if (record.data.kind !== 'decision') return null;
  const decision = decisionRecord.safeParse(value);
  if (!decision.success) return undefined;
  const input = fromStoredInput(decision.data.input, decision.data.device);
  return input && { input, action: decision.data.action };
}
