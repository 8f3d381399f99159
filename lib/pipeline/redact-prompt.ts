/** Turns a decision's `redact` list into replacement texts per part, ready for the site adapter's `write`. */
import type { DataClass, PromptFinding } from '../classify/finding.ts';
import { redactText } from '../redact/redact.ts';
import type { Vault } from '../redact/vault.ts';
import type { Inspection } from './inspect.ts';

export interface RedactedPrompt {
  /** Part id -> text with tokens, only for parts that change. */
  replacements: Map<string, string>;
  /** What was replaced, counted by data class, for the record. */
  counts: Map<DataClass, number>;
  /** Names of files that cannot be written: there is no redacted form to offer. */
  unwritable?: string[];
}

/** Replace every finding the decision names by a token of the conversation's vault. */
export function redactPrompt({ prompt, classification, decision }: Inspection, vault: Vault): RedactedPrompt {
  const chosen = decision.redact
    .map((index) => classification.findings[index])
    .filter((finding) => finding !== undefined);
  const replacements = new Map<string, string>();
  prompt.parts.forEach((part, index) => {
    const findings = chosen.filter((finding) => finding.part === index);
    if (findings.length > 0) replacements.set(part.id, redactText(part.text, findings, vault).text);
  });
  return { replacements, counts: countByClass(chosen) };
}

function countByClass(findings: PromptFinding[]): Map<DataClass, number> {
  const counts = new Map<DataClass, number>();
  for (const finding of findings) counts.set(finding.class, (counts.get(finding.class) ?? 0) + 1);
  return counts;
}
