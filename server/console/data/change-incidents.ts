/** Changing one incident or many: shown at once, taken back where the endpoint refuses, and undone on request. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentItem, IncidentPatchBody } from '../../api/incidents.ts';
import { call, Fault, isSignedOut } from './client.ts';
import { keepIncident } from './keep-current.ts';

export type IncidentChange = Omit<IncidentPatchBody, 'version'>;
/** One incident as it was when the change was made, and the change. */
export interface PlannedChange {
  incident: IncidentItem;
  change: IncidentChange;
}
export interface ChangeOutcome {
  done: { before: IncidentItem; after: IncidentItem }[];
  failed: { incident: IncidentItem; fault: Fault }[];
}

/** As many at a time as a browser opens connections. */
const AT_ONCE = 4;

export function useChangeIncidents() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (planned: PlannedChange[]) => changeAll(client, planned),
    onMutate: async (planned) => {
      await client.cancelQueries({ queryKey: ['incidents'] });
      for (const { incident, change } of planned) keepIncident(client, expected(incident, change));
    },
  });
}

/** What brings the incidents back to how they were. Notes stay: history is never rewritten. */
export function undoOf({ done }: ChangeOutcome): PlannedChange[] {
  return done.map(({ before, after }) => ({
    incident: after,
    change: { status: before.status, verdict: before.verdict, assignee: before.assignee },
  }));
}

/** The incident as the endpoint will have it: opening again drops the verdict. */
export function expected(incident: IncidentItem, { status, verdict, assignee }: IncidentChange): IncidentItem {
  const isReopened = incident.status === 'closed' && status !== undefined && status !== 'closed';
  return {
    ...incident,
    status: status ?? incident.status,
    verdict: verdict !== undefined ? verdict : isReopened ? null : incident.verdict,
    assignee: assignee !== undefined ? assignee : incident.assignee,
  };
}

/** Throws only when the session has ended; every other refusal is part of the outcome. */
async function changeAll(client: QueryClient, planned: PlannedChange[]): Promise<ChangeOutcome> {
  const outcome: ChangeOutcome = { done: [], failed: [] };
  const waiting = [...planned];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { incident, change } = next;
      try {
        const body: IncidentPatchBody = { version: incident.version, ...change };
        const after = await call('PATCH /v1/incidents/{id}', { params: { id: incident.id }, body });
        keepIncident(client, after);
        outcome.done.push({ before: incident, after });
      } catch (error) {
        keepIncident(client, incident);
        if (isSignedOut(error) || !(error instanceof Fault)) throw error;
        outcome.failed.push({ incident, fault: error });
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    for (const { incident } of planned) void client.invalidateQueries({ queryKey: ['incident', incident.id] });
    if (outcome.done.length < planned.length) void client.invalidateQueries({ queryKey: ['incidents'] });
    void client.invalidateQueries({ queryKey: ['summary'] });
  }
  return outcome;
}
