/** Examples are the tests of a policy: each is decided by the whole policy, through the classifier that is passed in. */
import type { Finding, UseFinding } from '../classify/finding.ts';
import { decide } from './decide.ts';
import type { Action, Decision, DecisionInput } from './decision.ts';
import { completeInput } from './input.ts';
import type { Policy, PolicyExample, Rule } from './schema.ts';

export type ClassifyText = (text: string) => { findings: Finding[]; uses: UseFinding[] };

export interface ExampleResult {
  rule: string;
  /** `rules[2].examples[0]` */
  path: string;
  expected: Action;
  actual: Action;
  /** Whether the rule that owns the example matched. */
  hit: boolean;
  ok: boolean;
}

export interface ExampleReport {
  results: ExampleResult[];
  /** Ids of rules that none of their own examples ever triggers: such a rule is not tested at all. */
  untested: string[];
}

/** Run every example. A rule on trial (`monitor`, `warn`) is held to what it would do when enforced. */
export function runExamples(policy: Policy, classifyText: ClassifyText): ExampleReport {
  const results = policy.rules.flatMap((rule, ruleIndex) =>
    rule.examples.map((example, index) => {
      const decision = decide(enforcing(policy, rule), exampleInput(policy, example, classifyText));
      return result(rule, `rules[${ruleIndex}].examples[${index}]`, example, decision);
    }),
  );
  const untested = policy.rules.map((rule) => rule.id).filter((id) => !results.some((r) => r.rule === id && r.hit));
  return { results, untested };
}

/** The input an example stands for. Findings of the text come before those the example lists itself. */
export function exampleInput(policy: Policy, example: PolicyExample, classifyText: ClassifyText): DecisionInput {
  const input = completeInput(example.input ?? {}, Date.parse(policy.issued));
  if (example.text === undefined) return input;
  const { findings, uses } = classifyText(example.text);
  const seen = findings.map(({ type, class: dataClass, detector, confidence }) => ({
    type,
    class: dataClass,
    detector,
    confidence,
  }));
  return { ...input, findings: [...seen, ...input.findings], uses: [...uses, ...input.uses] };
}

function enforcing(policy: Policy, tested: Rule): Policy {
  const rules = policy.rules.map((rule) => (rule.id === tested.id ? { ...rule, mode: 'enforce' as const } : rule));
  return { ...policy, rules };
}

function result(rule: Rule, path: string, { expect }: PolicyExample, decision: Decision): ExampleResult {
  return {
    rule: rule.id,
    path,
    expected: expect,
    actual: decision.action,
    hit: decision.rules.some((hit) => hit.id === rule.id),
    ok: decision.action === expect,
  };
}
