import { readPolicyFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** `policy check FILE`: compiles the policy; faults go to stderr with their place. */
export async function check(file: string, terminal: Terminal): Promise<number> {
  const { policy, digest } = (await readPolicyFile(file, terminal)).compiled;
  const examples = policy.rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  terminal.out(`${file}: ${policy.id} version ${policy.version}, ${policy.rules.length} rules, ${examples} examples`);
  terminal.out(`sha256 ${digest}`);
  return 0;
}
