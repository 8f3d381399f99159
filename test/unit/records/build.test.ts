import { describe, expect, it } from 'vitest';
import {
  buildEffect,
  buildEnrolled,
  buildGap,
  buildHeartbeat,
  buildPolicyApplied,
  buildPolicyRejected,
  buildTamperSuspected,
} from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import { toCanonical } from '../../../lib/records/canonical.ts';
import { recordDraft } from '../../../lib/records/record.ts';
import { SAMPLE_POLICY, sampleFacts } from '../../fakes/sample-facts.ts';

const ID = '019ab3f0-0000-7000-8000-000000000001';

describe('buildDecision', () => {
  it('holds nothing of the prompt, wherever in it a secret stands', () => {
    const secret = 'zebra-4929-1234-secret';
    const facts = sampleFacts();
    const draft = buildDecision({
      ...facts,
      prompt: {
        ...facts.prompt,
        conversation: secret,
        parts: [
          { id: secret, role: 'user', kind: 'text', text: `before ${secret} after` },
          {
            id: `${secret}.1`,
            role: 'tool',
            kind: 'attachment',
            text: secret,
            name: `${secret}.pdf`,
            mediaType: `application/${secret}`,
          },
          { id: '2', role: 'user', kind: 'attachment', text: '', name: secret, mediaType: secret },
        ],
        unreadable: [{ id: secret, reason: 'binary' }],
      },
    });
    const written = toCanonical(draft);
    expect(written.ok && written.text).toContain('"attachments":[{"scan":"read","size":22,"type":"pdf"}');
    expect(written.ok && written.text.toLowerCase()).not.toMatch(/zebra|4929|1234|secret/);
  });

  it.each([
    ['a message as reason', { decision: { ...sampleFacts().decision, reason: 'my card is 4111 1111' } }],
    ['a sentence as justification', { justificationCode: 'because my boss said so' }],
    ['a raw conversation id', { conversationRef: 'conv-6f1d' }],
    ['a name as subject', { subject: { ref: 'Erika Mustermann', assurance: 'oidc' as const } }],
    ['a value as detector', { input: withDetector('it is 4111 1111 1111 1111') }],
    ['a confidence that is no number', { input: withConfidence(Number.NaN) }],
  ])('gives a draft that cannot be written down, or none, for %s', (_, change) => {
    expect(() => recordDraft.parse(buildDecision(sampleFacts(change)))).toThrow();
  });

  it('counts findings by type and remembers the surest and its validator', () => {
    expect(buildDecision(sampleFacts({ regimes: { PCI: ['pci-dss'] } })).findings).toEqual([
      { type: 'CREDIT_CARD', class: 'PCI', regimes: ['pci-dss'], count: 1, conf_pm: 990, validator: 'luhn' },
      { type: 'EMAIL_ADDRESS', class: 'PII', regimes: [], count: 2, conf_pm: 900 },
    ]);
  });

  it('leaves absent what there is not, and takes the mode of the deciding rule', () => {
    const facts = sampleFacts({ policyRef: null, freshness: 'none', userChoice: null });
    const draft = buildDecision({ ...facts, decision: { ...facts.decision, rules: [], decisive: null } });
    expect(draft).not.toHaveProperty('policy');
    expect(draft).not.toHaveProperty('decisive');
    expect(draft).toMatchObject({ mode: 'enforce', user_choice: 'none', latency_ms: 3, op: 'prompt.submit' });
    const monitored = facts.decision.rules.map((rule) => ({ ...rule, mode: 'monitor' as const }));
    expect(buildDecision({ ...facts, decision: { ...facts.decision, rules: monitored } }).mode).toBe('monitor');
  });

  it.each([
    ['typed', 'prompt.submit'],
    ['draft', 'prompt.draft'],
    ['paste', 'paste'],
    ['drop', 'file.attach'],
    ['file', 'file.attach'],
    ['url', 'url.open'],
    ['voice', 'voice'],
    ['tool', 'tool.call'],
    ['other', 'other'],
  ] as const)('names the operation of channel %s', (channel, op) => {
    expect(buildDecision(sampleFacts({ prompt: { ...sampleFacts().prompt, channel } })).op).toBe(op);
  });
});

describe('the other builders', () => {
  it('make drafts that fit the schema', () => {
    const key = { kid: 'k1', publicKey: 'A'.repeat(43) };
    const drafts = [
      buildEffect({ decisionId: ID, state: 'as_decided', observedBy: 'fetch', agreement: 'agree' }),
      buildPolicyApplied({ policyRef: SAMPLE_POLICY, freshness: 'fresh', replaces: null }),
      buildPolicyRejected({ code: 'rollback', source: 'endpoint', kept: 'ab'.repeat(32) }),
      buildEnrolled({ ...key, serverKey: key }),
      buildHeartbeat({ coverage: 'partial', policyRef: null, freshness: 'none', queued: 2, rejected: 0 }),
      buildGap({ reason: 'quota', count: 3, since: 1 }),
      buildTamperSuspected({ code: 'receipt_invalid', detail: 'head_mismatch' }),
    ];
    expect(drafts.map((draft) => recordDraft.safeParse(draft).success)).toEqual(drafts.map(() => true));
    expect(new Set(drafts.map(({ kind }) => kind)).size).toBe(7);
  });

  it('throw for what does not fit', () => {
    expect(() =>
      buildEffect({ decisionId: 'none', state: 'as_decided', observedBy: 'fetch', agreement: 'agree' }),
    ).toThrow();
    expect(() => buildPolicyRejected({ code: 'a whole sentence', source: 'endpoint', kept: null })).toThrow();
  });
});

function withDetector(detector: string) {
  const { input } = sampleFacts();
  return { ...input, findings: input.findings.map((finding) => ({ ...finding, detector })) };
}

function withConfidence(confidence: number) {
  const { input } = sampleFacts();
  return { ...input, findings: input.findings.map((finding) => ({ ...finding, confidence })) };
}
