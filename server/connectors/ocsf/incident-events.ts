/** An incident after each of its changes: the case in the reviewer's console, for a queue elsewhere. */
import type { IncidentEntry } from '../feed-entry.ts';
import { makeEvent, type OcsfEvent, type Teller } from './ocsf-event.ts';

const CREATE = { id: 1, name: 'Create' };
const UPDATE = { id: 2, name: 'Update' };
const CLOSE = { id: 3, name: 'Close' };

const STATUS = {
  open: { status_id: 1, status: 'New' },
  investigating: { status_id: 2, status: 'In Progress' },
  closed: { status_id: 5, status: 'Closed' },
} as const;

const PRIORITY = {
  low: { priority_id: 1, priority: 'Low' },
  medium: { priority_id: 2, priority: 'Medium' },
  high: { priority_id: 3, priority: 'High' },
  critical: { priority_id: 4, priority: 'Critical' },
} as const;

const VERDICTS: Record<string, { verdict_id: number; verdict: string }> = {
  false_positive: { verdict_id: 1, verdict: 'False Positive' },
  true_positive: { verdict_id: 2, verdict: 'True Positive' },
  benign: { verdict_id: 5, verdict: 'Benign' },
  duplicate: { verdict_id: 10, verdict: 'Duplicate' },
};

/** Data has left that should not have. */
const BREACHES = new Set(['sent_unredacted']);

/** Notes stay here: they are people's own words. */
export function incidentEvent({ incident, position }: IncidentEntry, teller: Teller): OcsfEvent {
  const { id, kind, severity, status, verdict, assignee, version, decision } = incident;
  return makeEvent(
    {
      ocsfClass: 'incidentFinding',
      activity: status === 'closed' ? CLOSE : version === 1 ? CREATE : UPDATE,
      severity,
      time: incident.updated_at,
      message: `Incident ${kind}: ${status}${verdict === null ? '' : `, ${verdict}`}`,
      uid: `${id}.${version}`,
      chain: incident.chain ?? undefined,
      metadata: {
        event_code: kind,
        original_event_uid: id,
        sequence: version,
        correlation_uid: decision ?? undefined,
        modified_time: incident.updated_at,
      },
      attributes: {
        ...STATUS[status],
        ...PRIORITY[severity],
        ...(verdict === null ? {} : (VERDICTS[verdict] ?? { verdict_id: 99, verdict })),
        ...(assignee === null ? { assignee_group: { name: 'unassigned' } } : { assignee: { name: assignee } }),
        is_suspected_breach: BREACHES.has(kind) ? true : undefined,
        src_url: teller.consoleUrl === null ? undefined : `${teller.consoleUrl}/incidents/${id}`,
        finding_info_list: [
          {
            uid: id,
            title: kind,
            types: [kind],
            created_time: incident.created_at,
            modified_time: incident.updated_at,
            related_events: decision === null ? undefined : [{ uid: decision, type_uid: 600_301 }],
          },
        ],
        unmapped: { device: incident.device, chain: incident.chain, seq: incident.seq, version, position },
      },
    },
    teller,
  );
}
