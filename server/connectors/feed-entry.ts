/** What connectors are fed with: one entry for every record, act and change of an incident, in one order per tenant. */
import type { SluiceRecord } from '../../lib/records/record.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { IncidentRow } from '../store/incidents.ts';

/** Where an entry stands in the tenant's feed: 0, 1, 2, ... It never changes, so it is what a replay starts from. */
export type FeedPosition = number;

export interface RecordEntry {
  kind: 'record';
  position: FeedPosition;
  /** Its place in the tenant's log. */
  logIndex: number;
  record: SluiceRecord;
  /** SHA-256 of the signed bytes, key and signature: what a proof is made about. */
  hash: string;
  kid: string;
  sig: string;
  receivedAt: number;
  /** Pseudonym of whose device it was; null when nobody is known, or not any more. */
  person?: string | null;
}

export interface ActEntry {
  kind: 'act';
  position: FeedPosition;
  logIndex: number;
  /** Of the act among the tenant's acts. */
  id: number;
  act: AuditEntry;
}

/** An incident as it was after one change. */
export type IncidentState = Pick<
  IncidentRow,
  | 'id'
  | 'kind'
  | 'severity'
  | 'status'
  | 'verdict'
  | 'assignee'
  | 'version'
  | 'created_at'
  | 'updated_at'
  | 'device'
  | 'chain'
  | 'seq'
  | 'decision'
>;

export interface IncidentEntry {
  kind: 'incident';
  position: FeedPosition;
  incident: IncidentState;
}

export type FeedEntry = RecordEntry | ActEntry | IncidentEntry;
