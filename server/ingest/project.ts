/** From records to the rows that people look at: decisions for the list, effects beside them. */
import { getDomain } from 'tldts';
import type { OpenedRecord } from '../../lib/records/chain.ts';
import type { RecordOf } from '../../lib/records/record.ts';
import type { DecisionRow, EffectRow } from '../store/decisions.ts';
import type { DiscoveredSite } from '../store/discovered-sites.ts';

type Opened<K extends 'decision' | 'effect' | 'site_discovered'> = OpenedRecord & { record: RecordOf<K> };

export function isDecision(opened: OpenedRecord): opened is Opened<'decision'> {
  return opened.record.kind === 'decision';
}

export function isEffect(opened: OpenedRecord): opened is Opened<'effect'> {
  return opened.record.kind === 'effect';
}

export function isDiscovery(opened: OpenedRecord): opened is Opened<'site_discovered'> {
  return opened.record.kind === 'site_discovered';
}

export function discoveryRow({ record }: Opened<'site_discovered'>, receivedAt: number): DiscoveredSite {
  const { tenant, id, device, host, times, governed } = record;
  const domain = getDomain(host, { allowPrivateDomains: true }) ?? host;
  return { tenant, id, device, host, domain, times, governed, received_at: receivedAt };
}

export function decisionRow({ record, hash }: Opened<'decision'>, receivedAt: number): DecisionRow {
  return {
    tenant: record.tenant,
    id: record.id,
    chain: record.chain,
    seq: record.seq,
    hash,
    device: record.device,
    ts: record.ts,
    received_at: receivedAt,
    app: record.input.app,
    host: record.input.host,
    channel: record.input.channel,
    account_kind: record.input.account_kind,
    action: record.action,
    would_action: record.would_action,
    user_choice: record.user_choice,
    mode: record.mode,
    reason: record.reason,
    rules: record.rules,
    decisive: record.decisive ?? null,
    classes: classesOf(record),
    policy_digest: record.policy?.digest ?? null,
    policy_version: record.policy?.version ?? null,
  };
}

export function effectRow({ record }: Opened<'effect'>): EffectRow {
  const { tenant, id, decision, device, seq, state, observed_by, agreement } = record;
  return { tenant, id, decision, device, seq, state, observed_by, agreement };
}

/** How many findings of each data class. */
export function classesOf({ findings }: Pick<RecordOf<'decision'>, 'findings'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { class: dataClass, count } of findings) counts[dataClass] = (counts[dataClass] ?? 0) + count;
  return counts;
}
