/** From records to the rows that people look at: decisions for the list, effects beside them, sites that were found. */
import { getDomain } from 'tldts';
import type { OpenedRecord } from '../../lib/records/chain.ts';
import type { RecordOf } from '../../lib/records/record.ts';
import {
  applyEffects,
  type DecisionRow,
  type EffectRow,
  insertDecisions,
  insertEffects,
  newestEffects,
} from '../store/decisions.ts';
import { type DiscoveredSite, insertDiscovered } from '../store/discovered-sites.ts';
import type { Db } from '../store/schema.ts';

type Opened<K extends 'decision' | 'effect' | 'site_discovered'> = OpenedRecord & { record: RecordOf<K> };

/**
 * Keep what people look at of new records. An effect is shown on its decision whichever of the two comes first.
 * @returns Ids of the decisions that are new or changed.
 */
export async function project(
  trx: Db,
  tenant: string,
  opened: readonly OpenedRecord[],
  receivedAt: number,
): Promise<string[]> {
  const decided = opened.filter(isDecision);
  const effects = opened.filter(isEffect).map(effectRow);
  const fresh = new Set(decided.map(({ record }) => record.id));
  const touched = [...new Set([...fresh, ...effects.map(({ decision }) => decision)])];
  const newest = new Map<string, EffectRow>();
  for (const effect of [...(await newestEffects(trx, tenant, touched)), ...effects]) {
    const key = effectKey(effect.decision, effect.device);
    const known = newest.get(key);
    if (known === undefined || known.seq < effect.seq) newest.set(key, effect);
  }
  const decisions = decided.map((each) =>
    decisionRow(each, receivedAt, newest.get(effectKey(each.record.id, each.record.device))),
  );
  await insertDecisions(trx, decisions);
  await insertEffects(trx, effects);
  await insertDiscovered(
    trx,
    opened.filter(isDiscovery).map((each) => discoveryRow(each, receivedAt)),
  );
  const later = [...newest.values()].filter(({ decision }) => !fresh.has(decision));
  return [...fresh, ...(await applyEffects(trx, tenant, later))];
}

const effectKey = (decision: string, device: string) => `${decision} ${device}`;

function isDecision(opened: OpenedRecord): opened is Opened<'decision'> {
  return opened.record.kind === 'decision';
}

function isEffect(opened: OpenedRecord): opened is Opened<'effect'> {
  return opened.record.kind === 'effect';
}

function isDiscovery(opened: OpenedRecord): opened is Opened<'site_discovered'> {
  return opened.record.kind === 'site_discovered';
}

function discoveryRow({ record }: Opened<'site_discovered'>, receivedAt: number): DiscoveredSite {
  const { tenant, id, device, host, times, governed } = record;
  const domain = getDomain(host, { allowPrivateDomains: true }) ?? host;
  return { tenant, id, device, host, domain, times, governed, received_at: receivedAt };
}

/** @param effect The newest one that its device recorded, when that is known already. */
function decisionRow(
  { record, hash }: Opened<'decision'>,
  receivedAt: number,
  effect: EffectRow | undefined,
): DecisionRow {
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
    rules: JSON.stringify(record.rules),
    decisive: record.decisive ?? null,
    classes: JSON.stringify(classesOf(record)),
    policy_digest: record.policy?.digest ?? null,
    policy_version: record.policy?.version ?? null,
    effect_state: effect?.state ?? null,
    effect_agreement: effect?.agreement ?? null,
  };
}

function effectRow({ record }: Opened<'effect'>): EffectRow {
  const { tenant, id, decision, device, seq, state, observed_by, agreement } = record;
  return { tenant, id, decision, device, seq, state, observed_by, agreement };
}

/** How many findings of each data class. */
export function classesOf({ findings }: Pick<RecordOf<'decision'>, 'findings'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { class: dataClass, count } of findings) counts[dataClass] = (counts[dataClass] ?? 0) + count;
  return counts;
}
