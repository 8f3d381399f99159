/** A small valid policy document that tests change in one place at a time. */
import { parsePolicy } from '../../../lib/policy/compile.ts';
import type { DecisionInput } from '../../../lib/policy/decision.ts';
import type { Condition, Policy, Rule } from '../../../lib/policy/schema.ts';

export const MESSAGE = { en: 'Stop', de: 'Halt', fr: 'Arrêt', es: 'Alto' };

export function sampleRule(
  id: string,
  when: Condition,
  action: Rule['then']['action'],
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    ver: 1,
    owner: { role: 'Security', person: 'A. Example' },
    rationale: 'Because the test says so.',
    severity: 'medium',
    mode: 'enforce',
    when,
    // biome-ignore lint/suspicious/noThenProperty: the policy's own word, never a function
    then: { action, message: MESSAGE },
    examples: [{ input: {}, expect: 'allow' }],
    ...more,
  };
}

/** `then` of a rule with its own choices. */
export function withChoices(action: Rule['then']['action'], choices: Rule['then']['choices']): Pick<Rule, 'then'> {
  // biome-ignore lint/suspicious/noThenProperty: the policy's own word, never a function
  return { then: { action, message: MESSAGE, ...(choices ? { choices } : {}) } };
}

export function samplePolicy(rules: Rule[], more: Partial<Policy> = {}): Policy {
  const parsed = parsePolicy({
    id: 'sample',
    version: 1,
    issued: '2026-01-01T00:00:00Z',
    expires: '2027-01-01T00:00:00Z',
    channel: 'stable',
    owner: { role: 'Security', person: 'A. Example' },
    rules,
    defaults: { notEvaluable: 'block', unknownSite: 'allow', stale: 'allow', noPolicy: 'block' },
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.policy;
}

export const EMAIL = { type: 'EMAIL_ADDRESS', class: 'PII', detector: 'email', confidence: 0.95 } as const;
export const CARD = { type: 'CREDIT_CARD', class: 'PCI', detector: 'credit-card', confidence: 0.99 } as const;
export const KEY = { type: 'SECRET', class: 'SECRET', detector: 'aws-access-token', confidence: 0.9 } as const;

export function sampleInput(more: Partial<DecisionInput> = {}): DecisionInput {
  return {
    app: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'typed',
    accountKind: 'personal',
    groups: [],
    shape: 'known',
    coverage: 'full',
    timeMs: Date.parse('2026-06-01T12:00:00Z'),
    findings: [],
    uses: [],
    unreadable: [],
    ...more,
  };
}
