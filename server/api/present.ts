/** From rows to what the API answers. The columns were filled from records that were parsed, so their codes are known. */
import type { ListedDecision } from '../store/decisions.ts';
import type { IncidentRow } from '../store/incidents.ts';
import type { DecisionItem } from './decisions.ts';
import type { IncidentItem } from './incidents.ts';

export function presentDecision(row: ListedDecision, person: string | null): DecisionItem {
  return {
    id: row.id,
    ts: row.ts,
    receivedAt: row.received_at,
    device: row.device,
    person,
    app: row.app,
    host: row.host,
    channel: row.channel,
    accountKind: row.account_kind,
    action: row.action as DecisionItem['action'],
    wouldAction: row.would_action as DecisionItem['wouldAction'],
    userChoice: row.user_choice as DecisionItem['userChoice'],
    mode: row.mode as DecisionItem['mode'],
    reason: row.reason,
    rules: row.rules as DecisionItem['rules'],
    decisive: row.decisive,
    classes: row.classes,
    policy:
      row.policy_digest === null || row.policy_version === null
        ? null
        : { digest: row.policy_digest, version: row.policy_version },
    effect:
      row.effect_state === null
        ? null
        : ({ state: row.effect_state, agreement: row.effect_agreement } as DecisionItem['effect']),
    verified: row.link === 'linked',
    link: row.link,
    chain: row.chain,
    seq: row.seq,
    hash: row.hash,
  };
}

export function presentIncident(row: IncidentRow, person: string | null): IncidentItem {
  return {
    id: row.id,
    kind: row.kind as IncidentItem['kind'],
    severity: row.severity,
    status: row.status,
    verdict: row.verdict as IncidentItem['verdict'],
    assignee: row.assignee,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    device: row.device,
    person,
    chain: row.chain,
    seq: row.seq,
    decision: row.decision,
  };
}
