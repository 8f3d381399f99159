/** From an entry of the feed to OCSF events. Every kind of record has its line here; a new kind does not compile without. */
import type { RecordKind, RecordOf } from '../../../lib/records/record.ts';
import { incidentOfRecord } from '../../ingest/incident-causes.ts';
import type { NewIncident } from '../../store/incidents.ts';
import type { FeedEntry, RecordEntry } from '../feed-entry.ts';
import { actEvent } from './act-events.ts';
import { decisionEvents } from './decision-events.ts';
import {
  effectEvents,
  enrolledEvent,
  findingEvent,
  heartbeatEvent,
  policyAppliedEvent,
  siteEvent,
} from './device-events.ts';
import { keyRotatedEvent, remarkEvent, tombstoneEvent } from './follow-up-events.ts';
import { incidentEvent } from './incident-events.ts';
import type { OcsfEvent, Teller } from './ocsf-event.ts';

type Mapper<K extends RecordKind> = (
  entry: RecordEntry,
  record: RecordOf<K>,
  alert: NewIncident | null,
  teller: Teller,
) => OcsfEvent[];

const MAPPERS: { [K in RecordKind]: Mapper<K> } = {
  decision: decisionEvents,
  effect: effectEvents,
  heartbeat: (entry, record, _, teller) => [heartbeatEvent(entry, record, teller)],
  policy_applied: (entry, record, _, teller) => [policyAppliedEvent(entry, record, teller)],
  enrolled: (entry, record, _, teller) => [enrolledEvent(entry, record, teller)],
  site_discovered: (entry, record, _, teller) => [siteEvent(entry, record, teller)],
  policy_rejected: (entry, { code, source, kept }, alert, teller) => [
    findingEvent(entry, 'policy_rejected', alert?.severity ?? 'high', { unmapped: { code, source, kept } }, teller),
  ],
  gap_declared: (entry, { reason, count, since, of }, alert, teller) => [
    findingEvent(entry, 'records_lost', alert?.severity ?? 'high', { unmapped: { reason, count, since, of } }, teller),
  ],
  tamper_suspected: (entry, { code, detail }, alert, teller) => [
    findingEvent(entry, 'tamper_suspected', alert?.severity ?? 'critical', { unmapped: { code, detail } }, teller),
  ],
  override: (entry, record, _, teller) => [remarkEvent(entry, record, teller)],
  exception_used: (entry, record, _, teller) => [remarkEvent(entry, record, teller)],
  breakglass: (entry, { breakglass, until }, alert, teller) => [
    findingEvent(entry, 'break_glass', alert?.severity ?? 'high', { unmapped: { breakglass, until } }, teller),
  ],
  key_rotated: (entry, record, _, teller) => [keyRotatedEvent(entry, record, teller)],
  tombstone: (entry, record, _, teller) => [tombstoneEvent(entry, record, teller)],
};

/** The events of one entry, the main one first. Their `metadata.uid` is the same every time. */
export function toOcsf(entry: FeedEntry, teller: Teller): OcsfEvent[] {
  switch (entry.kind) {
    case 'act':
      return [actEvent(entry, teller)];
    case 'incident':
      return [incidentEvent(entry, teller)];
    case 'record':
      return mapRecord(entry, entry.record.kind, teller);
  }
}

function mapRecord<K extends RecordKind>(entry: RecordEntry, kind: K, teller: Teller): OcsfEvent[] {
  const { record, hash, kid } = entry;
  const alert = incidentOfRecord({ record, hash, kid });
  return MAPPERS[kind](entry, record as RecordOf<K>, alert, teller);
}
