import type { Classifier } from '../../lib/classify/classifier.ts';
import { type ClassifyText, runExamples } from '../../lib/policy/examples.ts';
import { openClassifier } from '../open-classifier.ts';
import { readPolicyFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** `policy test FILE`: runs every example through the real classifier and the whole policy. */
export async function testExamples(file: string, terminal: Terminal): Promise<number> {
  const { policy } = (await readPolicyFile(file, terminal)).compiled;
  const { results, untested } = runExamples(policy, textClassifier(await openClassifier(policy)));
  const failed = results.filter((result) => !result.ok);
  for (const { path, rule, expected, actual } of failed) {
    terminal.err(`${file}: ${path} (${rule}): expected ${expected}, got ${actual}`);
  }
  for (const rule of untested) {
    terminal.err(`${file}: rule ${rule}: none of its examples makes it match`);
  }
  terminal.out(`${results.length - failed.length} examples passed, ${failed.length} failed`);
  return failed.length + untested.length > 0 ? 1 : 0;
}

/** What the classifier says about a text typed into an ordinary prompt. */
export function textClassifier({ classifyPrompt }: Classifier): ClassifyText {
  return (text) => classifyPrompt({ parts: [{ role: 'user', kind: 'text', text }] });
}
