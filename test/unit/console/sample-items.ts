import type { DecisionItem } from '../../../server/api/decisions.ts';
import type { IncidentItem } from '../../../server/api/incidents.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export function sampleDecision(n: number, changes: Partial<DecisionItem> = {}): DecisionItem {
  return {
    id: uuid(n),
    ts: n * 1000,
    receivedAt: n * 1000,
    device: uuid(900),
    person: null,
    app: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'typed',
    accountKind: 'personal',
    action: 'redact',
    wouldAction: 'redact',
    userChoice: 'redact',
    mode: 'enforce',
    reason: 'rule',
    rules: [],
    decisive: null,
    classes: { PCI: 1 },
    policy: null,
    effect: null,
    verified: true,
    link: 'linked',
    chain: uuid(901),
    seq: n,
    hash: 'ab'.repeat(32),
    ...changes,
  };
}

export function sampleIncident(n: number, changes: Partial<IncidentItem> = {}): IncidentItem {
  return {
    id: uuid(n),
    kind: 'blocked',
    severity: 'high',
    status: 'open',
    verdict: null,
    assignee: null,
    version: 1,
    createdAt: n * 1000,
    updatedAt: n * 1000,
    device: uuid(900),
    person: null,
    chain: null,
    seq: null,
    decision: null,
    ...changes,
  };
}
