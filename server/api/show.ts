/** Rows as people see them: with the pseudonym of whom they are about, made for this answer and kept nowhere. */
import type { Names } from '../privacy/privacy.ts';
import type { ListedDecision } from '../store/decisions.ts';
import type { IncidentRow } from '../store/incidents.ts';
import type { DecisionItem } from './decisions.ts';
import type { IncidentItem } from './incidents.ts';
import { presentDecision, presentIncident } from './present.ts';

export async function showDecisions(
  names: Names,
  tenant: string,
  rows: readonly ListedDecision[],
): Promise<DecisionItem[]> {
  const called = await names(
    tenant,
    rows.map(({ device, received_at: at }) => ({ device, at })),
  );
  return rows.map((row, index) => presentDecision(row, called[index]!));
}

export async function showIncidents(
  names: Names,
  tenant: string,
  rows: readonly IncidentRow[],
): Promise<IncidentItem[]> {
  const called = await names(
    tenant,
    rows.map(({ device, created_at: at }) => ({ device, at })),
  );
  return rows.map((row, index) => presentIncident(row, called[index]!));
}
