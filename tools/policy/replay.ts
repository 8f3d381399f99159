import { replayPolicy } from '../../lib/policy/replay.ts';
import { parsePastDecisions } from './past-decisions.ts';
import { readPolicyFile, readText } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** `policy replay FILE --records JSONL`: what this policy would have decided about past prompts. */
export async function replay(file: string, records: string, json: boolean, terminal: Terminal): Promise<number> {
  const { policy } = (await readPolicyFile(file, terminal)).compiled;
  const { decisions, skipped } = parsePastDecisions(await readText(records, terminal), records);
  const report = replayPolicy(policy, decisions);
  if (json) {
    terminal.out(JSON.stringify({ ...report, skipped }));
    return 0;
  }
  const { total, unchanged, newlyBlocked, newlyAllowed, newlyRedacted, otherChanges } = report;
  terminal.out(`decisions       ${total}${skipped > 0 ? ` (${skipped} lines skipped)` : ''}`);
  terminal.out(`unchanged       ${unchanged}`);
  terminal.out(`newly blocked   ${newlyBlocked}`);
  terminal.out(`newly allowed   ${newlyAllowed}`);
  terminal.out(`newly redacted  ${newlyRedacted}`);
  terminal.out(`other changes   ${otherChanges}`);
  const groups = { change: report.byChange, app: report.byApp, class: report.byClass };
  for (const [name, counts] of Object.entries(groups)) {
    for (const [key, count] of counts) terminal.out(`by ${name.padEnd(8)} ${key}: ${count}`);
  }
  return 0;
}
