/** One entry of the feed for everything that connectors can be given, with fixed ids and times. */
import { buildDecision, type DecisionFacts } from '../../lib/records/build-decision.ts';
import type { RecordDraft, RecordKind, SluiceRecord } from '../../lib/records/record.ts';
import { GENESIS } from '../../lib/records/record-fields.ts';
import type { ActEntry, FeedEntry, IncidentEntry, RecordEntry } from '../../server/connectors/feed-entry.ts';
import type { Teller } from '../../server/connectors/ocsf/ocsf-event.ts';
import type { AuditAct } from '../../server/store/audit.ts';
import { AGENT, HEARTBEAT } from './fake-device.ts';
import { SAMPLE_POLICY, SAMPLE_TIME, sampleFacts } from './sample-facts.ts';

export const TELLER: Teller = {
  version: '0.1.0',
  tenant: 'acme',
  authority: 'sluice/acme',
  consoleUrl: 'https://sluice.example/console',
};

const hex = (digit: string) => digit.repeat(64);
const uuid = (last: number) => `019aa5c0-0000-7000-8000-${String(last).padStart(12, '0')}`;
const CHAIN = '5f0d2a54-9a57-4a5b-8d40-0c7f2f6c2a11';
const DEVICE = '7d3f8a10-34b8-4c8e-9a53-5d2f5f1f0b22';

export function recordEntry(draft: RecordDraft, position = 0): RecordEntry {
  const record = {
    v: 1,
    id: uuid(position),
    tenant: 'acme',
    chain: CHAIN,
    epoch: 1,
    seq: position + 1,
    prev: position === 0 ? GENESIS : hex('c'),
    ts: SAMPLE_TIME,
    skew_ms: 250,
    device: DEVICE,
    ...AGENT,
    ...draft,
  } as SluiceRecord;
  const signed = { hash: hex('a'), kid: 'device-1', sig: 'c2lnbmF0dXJl', receivedAt: SAMPLE_TIME + 1_000 };
  return { kind: 'record', position, logIndex: position, record, ...signed };
}

export function decisionEntry(changes: Partial<DecisionFacts> = {}, position = 0): RecordEntry {
  return recordEntry(buildDecision(sampleFacts(changes)), position);
}

export function actEntry(act: string, actor = 'admin', subject = 'admin', position = 0): ActEntry {
  const entry = { tenant: 'acme', at: SAMPLE_TIME, actor, act: act as AuditAct, subject };
  return { kind: 'act', position, logIndex: position, id: 7, act: entry };
}

export function incidentEntry(changes: Partial<IncidentEntry['incident']> = {}, position = 0): IncidentEntry {
  const at = { created_at: SAMPLE_TIME, updated_at: SAMPLE_TIME + 60_000 };
  const place = { device: DEVICE, chain: CHAIN, seq: 3, decision: uuid(2) };
  const work = { status: 'open', verdict: null, assignee: null, version: 1 } as const;
  const incident = { id: uuid(90), kind: 'blocked', severity: 'high', ...work, ...at, ...place, ...changes } as const;
  return { kind: 'incident', position, incident };
}

const { decision, input } = sampleFacts();
const blocked = { ...decision, action: 'block' as const, wouldAction: 'block' as const, redact: [] };

/** One of every kind of record, in forms that differ in what is told. */
export const RECORD_SAMPLES: Record<RecordKind, Record<string, RecordEntry>> = {
  decision: {
    redacted: decisionEntry(),
    allowed: decisionEntry({ decision: { ...decision, action: 'allow', wouldAction: 'allow' }, userChoice: null }),
    monitored: decisionEntry({ decision: { ...decision, action: 'allow' }, userChoice: null }),
    blocked: decisionEntry({ decision: blocked, userChoice: null }),
    overridden: decisionEntry({ decision: { ...decision, action: 'warn' }, userChoice: 'proceed' }),
    'use-blocked': decisionEntry({
      classification: { findings: [], uses: [{ use: 'employment-decision', confidence: 0.9, part: 0 } as never] },
      input: { ...input, findings: [] },
      decision: blocked,
      userChoice: null,
    }),
  },
  effect: {
    'as-decided': recordEntry({
      kind: 'effect',
      decision: uuid(2),
      state: 'as_decided',
      observed_by: 'fetch',
      agreement: 'agree',
    }),
    'sent-unredacted': recordEntry({
      kind: 'effect',
      decision: uuid(2),
      state: 'sent_unredacted',
      observed_by: 'webrequest',
      agreement: 'disagree',
    }),
  },
  policy_applied: {
    applied: recordEntry({ kind: 'policy_applied', policy: SAMPLE_POLICY, freshness: 'fresh', replaces: hex('b') }),
  },
  policy_rejected: {
    rejected: recordEntry({ kind: 'policy_rejected', code: 'rollback', source: 'endpoint', kept: hex('b') }),
  },
  enrolled: {
    enrolled: recordEntry({
      kind: 'enrolled',
      kid: 'device-1',
      public_key: 'A'.repeat(43),
      server_kid: 'server-1',
      server_key: 'B'.repeat(43),
    }),
  },
  heartbeat: { heartbeat: recordEntry({ ...HEARTBEAT, denied: 1 } as RecordDraft) },
  site_discovered: {
    discovered: recordEntry({ kind: 'site_discovered', host: 'new-ai.example', times: 4, governed: false }),
  },
  gap_declared: {
    gap: recordEntry({ kind: 'gap_declared', reason: 'quota', count: 12, since: SAMPLE_TIME }),
    wiped: recordEntry({ kind: 'gap_declared', reason: 'wiped', count: 0, since: SAMPLE_TIME, of: uuid(7) }),
  },
  tamper_suspected: {
    tamper: recordEntry({ kind: 'tamper_suspected', code: 'chain', detail: 'head_mismatch' }),
  },
  override: {
    justified: recordEntry({
      kind: 'override',
      decision: uuid(2),
      choice: 'justify',
      justification_code: 'customer-asked',
      rules: ['card-numbers'],
    }),
  },
  exception_used: {
    used: recordEntry({
      kind: 'exception_used',
      decision: uuid(2),
      exception: 'payments-audit',
      rules: ['card-numbers'],
    }),
  },
  breakglass: {
    declared: recordEntry({
      kind: 'breakglass',
      breakglass: 'outage-7',
      until: SAMPLE_TIME + 86_400_000,
      policy: SAMPLE_POLICY,
    }),
  },
  key_rotated: {
    rotated: recordEntry({ kind: 'key_rotated', kid: 'device-2', public_key: 'C'.repeat(43), reason: 'age' }),
  },
  tombstone: {
    erased: recordEntry({ kind: 'tombstone', of: CHAIN, from: 1, to: 40, count: 40, reason: 'age' }),
  },
};

export const OTHER_SAMPLES: Record<string, FeedEntry> = {
  'act-signed-in': actEntry('signed_in'),
  'act-sign-in-failed': actEntry('sign_in_failed', 'mallory', 'mallory'),
  'act-signed-out': actEntry('signed_out'),
  'act-policy-published': actEntry('policy_published', 'settings', hex('d')),
  'act-device-enrolled': actEntry('device_enrolled', DEVICE, DEVICE),
  'act-nobody-heard-of': actEntry('moon_painted'),
  'incident-opened': incidentEntry(),
  'incident-taken': incidentEntry({ status: 'investigating', assignee: 'ada', version: 2 }),
  'incident-closed': incidentEntry({
    kind: 'sent_unredacted',
    severity: 'critical',
    status: 'closed',
    verdict: 'true_positive',
    version: 3,
  }),
  'incident-resolved': incidentEntry({
    kind: 'gap',
    status: 'closed',
    verdict: 'resolved',
    version: 2,
    decision: null,
  }),
};

/** Every sample by a name that can be a file's. */
export function allSamples(): [name: string, entry: FeedEntry][] {
  const records = Object.entries(RECORD_SAMPLES).flatMap(([kind, samples]) =>
    Object.entries(samples).map(([name, entry]): [string, FeedEntry] => [`${kind}-${name}`, entry]),
  );
  return [...records, ...Object.entries(OTHER_SAMPLES)];
}
