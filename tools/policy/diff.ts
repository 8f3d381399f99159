import { diffPolicies } from '../../lib/policy/diff.ts';
import { readPolicyFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** `policy diff A B`: what changed in terms of enforcement. A weakening is marked with `!`. */
export async function diff(before: string, after: string, json: boolean, terminal: Terminal): Promise<number> {
  const [old, next] = [await readPolicyFile(before, terminal), await readPolicyFile(after, terminal)];
  const result = diffPolicies(old.compiled.policy, next.compiled.policy);
  if (json) {
    terminal.out(JSON.stringify(result));
    return 0;
  }
  for (const { kind, subject, detail, weakens } of result.changes) {
    terminal.out(`${weakens ? '!' : ' '} ${kind.padEnd(12)} ${subject}: ${detail}`);
  }
  if (result.changes.length === 0) terminal.out('no change');
  if (result.weakens) terminal.out('This weakens enforcement: with two or more root keys it needs two signatures.');
  return 0;
}
