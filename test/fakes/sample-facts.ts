import type { DecisionFacts } from '../../lib/records/build-decision.ts';
import type { PolicyRef } from '../../lib/records/record-fields.ts';

export const SAMPLE_TIME = Date.UTC(2026, 10, 21, 9, 30);

export const SAMPLE_POLICY: PolicyRef = {
  id: 'baseline',
  version: 3,
  digest: 'ab'.repeat(32),
  channel: 'stable',
  source: 'endpoint',
};

/** A prompt with a card number and two e-mail addresses that the person sent redacted. */
export function sampleFacts(changes: Partial<DecisionFacts> = {}): DecisionFacts {
  const findings = [
    { type: 'CREDIT_CARD', class: 'PCI', detector: 'credit-card', confidence: 0.99 },
    { type: 'EMAIL_ADDRESS', class: 'PII', detector: 'email-address', confidence: 0.9 },
    { type: 'EMAIL_ADDRESS', class: 'PII', detector: 'email-address', confidence: 0.9 },
  ] as const;
  return {
    prompt: {
      app: 'chatgpt',
      host: 'chatgpt.com',
      channel: 'typed',
      shape: 'known',
      conversation: null,
      parts: [{ id: 'messages.0', role: 'user', kind: 'text', text: 'a text of 24 characters.' }],
      unreadable: [],
    },
    classification: {
      findings: findings.map((finding, index) => ({
        ...finding,
        part: 0,
        start: index,
        end: index + 1,
        evidence: finding.class === 'PCI' ? ['pattern', 'validator:luhn'] : ['pattern'],
      })),
      uses: [],
    },
    input: {
      app: 'chatgpt',
      host: 'chatgpt.com',
      channel: 'typed',
      accountKind: 'personal',
      groups: ['finance'],
      shape: 'known',
      coverage: 'full',
      timeMs: SAMPLE_TIME,
      findings: findings.map((finding) => ({ ...finding })),
      uses: [{ use: 'employment-decision', confidence: 0.4 }],
      unreadable: [],
    },
    decision: {
      action: 'redact',
      wouldAction: 'block',
      rules: [
        {
          id: 'card-numbers',
          ver: 2,
          action: 'redact',
          mode: 'enforce',
          severity: 'high',
          findings: [0],
          message: { en: 'Card numbers stay here.' },
          owner: 'Payment security',
        },
      ],
      decisive: 'card-numbers',
      choices: ['redact', 'cancel'],
      redact: [0],
      reason: 'rule',
      evaluation: 'evaluated',
    },
    policyRef: SAMPLE_POLICY,
    freshness: 'fresh',
    userChoice: 'redact',
    justificationCode: null,
    redactions: new Map([['PCI', 1]]),
    latencyMs: 3.4,
    subject: { ref: 'p-7f3a', assurance: 'browser_profile' },
    engine: { name: 'sluice', version: '0.1.0' },
    dest: { provider: 'openai', plan: 'consumer', model_source: 'unknown', surface: 'web' },
    ...changes,
  };
}
