/** A policy document with one rule: a card number is redacted. */
export function samplePolicy(version: number): unknown {
  const message = { en: 'Card numbers stay here.', de: 'Bleibt hier.', fr: 'Reste ici.', es: 'Se queda aquí.' };
  return {
    id: 'sample',
    version,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-11-01T00:00:00Z',
    channel: 'stable',
    owner: { role: 'Security', person: 'A. Person' },
    rules: [
      {
        id: 'card-numbers',
        ver: 1,
        owner: { role: 'Payments', person: 'B. Person' },
        rationale: 'Card numbers bring every system they touch into scope.',
        severity: 'high',
        mode: 'enforce',
        when: { finding: { class: ['PCI'], confidence: { gte: 0.85 } } },
        // biome-ignore lint/suspicious/noThenProperty: the policy format's own word
        then: { action: 'redact', message },
        examples: [{ input: { findings: [{ type: 'CREDIT_CARD', class: 'PCI' }] }, expect: 'redact' }],
      },
    ],
    defaults: { notEvaluable: 'block', unknownSite: 'warn', stale: 'warn', noPolicy: 'block' },
  };
}
