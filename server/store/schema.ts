/**
 * The database as types, one interface a table. Times are milliseconds since the epoch, hashes lower-case hex SHA-256.
 * Everything belongs to a tenant. The tables themselves are made by the migrations; the SQL is the same on PostgreSQL
 * and PGlite.
 */
import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely';
import type {
  CertificateTable,
  DeviceSignInTable,
  DeviceTable,
  EnrolmentTokenTable,
  ReviewerTable,
  ServerKeyTable,
  SessionTable,
  SignInTable,
} from './access-tables.ts';
import type { ConnectorDeadLetterTable, ConnectorTable, FeedRunTable, FeedTable } from './connector-tables.ts';
import type {
  ErasedRunTable,
  LegalHoldTable,
  PrivacyStateTable,
  ProposalTable,
  RetentionProfileTable,
  RetentionRunTable,
  SubjectDeviceTable,
  SubjectTable,
} from './privacy-tables.ts';

/** A connection pool, or the transaction of one request. */
export type Db = Kysely<Database>;

export interface Database {
  enrolment_tokens: EnrolmentTokenTable;
  devices: DeviceTable;
  device_certificates: CertificateTable;
  chains: ChainTable;
  records: RecordTable;
  receipts: ReceiptTable;
  dead_letters: DeadLetterTable;
  decisions: DecisionTable;
  decision_counts: DecisionCountTable;
  effects: EffectTable;
  incidents: IncidentTable;
  incident_events: IncidentEventTable;
  policies: PolicyTable;
  /** Signed site packs, kept and served like policies. */
  site_packs: PolicyTable;
  discovered_sites: DiscoveredSiteTable;
  server_keys: ServerKeyTable;
  reviewers: ReviewerTable;
  sessions: SessionTable;
  sign_ins: SignInTable;
  device_sign_ins: DeviceSignInTable;
  audit: AuditTable;
  logs: LogTable;
  log_tiles: LogTileTable;
  log_runs: LogRunTable;
  log_checkpoints: LogCheckpointTable;
  feeds: FeedTable;
  feed_runs: FeedRunTable;
  connectors: ConnectorTable;
  connector_dead_letters: ConnectorDeadLetterTable;
  subjects: SubjectTable;
  subject_devices: SubjectDeviceTable;
  privacy_states: PrivacyStateTable;
  proposals: ProposalTable;
  legal_holds: LegalHoldTable;
  retention_profiles: RetentionProfileTable;
  erased_runs: ErasedRunTable;
  retention_runs: RetentionRunTable;
}

interface ChainTable {
  tenant: string;
  chain: string;
  /** The only device that may write to it. */
  device: string;
  /** Every record from 1 to here is held; 0 before the first. */
  contiguous_seq: number;
  head: string | null;
  head_epoch: number | null;
  /** Every record from 1 to here is in the log. */
  logged_seq: number;
  /** No record is held beyond; between `contiguous_seq` and here are holes. */
  last_seq: number;
}

/** How a record hangs on the one before: that one is `missing` so far, or its hash is not what `prev` says (`broken`). */
export type Link = 'linked' | 'missing' | 'broken';

interface RecordTable {
  tenant: string;
  chain: string;
  seq: number;
  id: string;
  kind: string;
  device: string;
  epoch: number;
  ts: number;
  received_at: number;
  hash: string;
  prev: string;
  link: Link;
  /** The canonical text whose UTF-8 bytes were signed, unchanged. */
  body: string;
  kid: string;
  /** Ed25519, base64url. */
  sig: string;
}

/** Kept by the database itself: see migration 015. */
interface DecisionCountTable {
  tenant: string;
  /** By arrival: the beginning of an hour. */
  hour: number;
  dimension: 'action' | 'app' | 'class';
  name: string;
  /** A count is the sum of its parts. */
  part: number;
  count: number;
}

interface ReceiptTable {
  tenant: string;
  chain: string;
  seq: number;
  /** Canonical JSON of the receipt as it was sent. */
  receipt: string;
}

interface DeadLetterTable {
  tenant: string;
  id: Generated<number>;
  device: string;
  received_at: number;
  code: string;
  message: string;
  /** The line as it came, cut when it is too long to be a record. */
  line: Uint8Array;
  line_bytes: number;
  line_hash: string;
  /** The place in a chain that the line claims: it will not come again, so the chain goes on behind it. */
  chain: string | null;
  seq: number | null;
}

export interface DecisionTable {
  tenant: string;
  /** The record's id. */
  id: string;
  chain: string;
  seq: number;
  hash: string;
  device: string;
  ts: number;
  received_at: number;
  app: string;
  host: string;
  channel: string;
  account_kind: string;
  action: string;
  would_action: string;
  user_choice: string;
  mode: string;
  reason: string;
  rules: JSONColumnType<{ id: string; ver: number; action: string; mode: string }[]>;
  decisive: string | null;
  /** Findings by data class. */
  classes: JSONColumnType<Record<string, number>>;
  policy_digest: string | null;
  policy_version: number | null;
  /** From the newest effect record that names this decision. */
  effect_state: string | null;
  effect_agreement: string | null;
}

interface EffectTable {
  tenant: string;
  /** The record's id. */
  id: string;
  decision: string;
  device: string;
  seq: number;
  state: string;
  observed_by: string;
  agreement: string;
}

export type Severity = 'low' | 'medium' | 'high' | 'critical';
export type IncidentStatus = 'open' | 'investigating' | 'closed';

export interface IncidentTable {
  tenant: string;
  id: string;
  /** What it is about, once: the same cause never opens a second incident. */
  cause: string;
  kind: string;
  severity: Severity;
  status: IncidentStatus;
  verdict: string | null;
  assignee: string | null;
  /** Grows with every change; a change must name the version it saw. */
  version: number;
  created_at: number;
  updated_at: number;
  device: string;
  chain: string | null;
  seq: number | null;
  decision: string | null;
}

interface IncidentEventTable {
  tenant: string;
  id: Generated<number>;
  incident: string;
  at: number;
  actor: string;
  /** Changed fields, old and new. */
  changes: JSONColumnType<Record<string, { from: string | null; to: string | null }>>;
  note: string | null;
}

interface DiscoveredSiteTable {
  tenant: string;
  /** Of the record that told it. */
  id: string;
  device: string;
  host: string;
  /** Registrable domain of the host. */
  domain: string;
  times: number;
  governed: boolean;
  received_at: number;
}

interface PolicyTable {
  tenant: string;
  /** SHA-256 of the policy's canonical bytes: what records cite. */
  digest: string;
  /** Names the set of root keys; versions are compared within one set. */
  epoch: string;
  version: number;
  /** The DSSE envelope as it was given. */
  envelope: string;
  etag: string;
  added_at: ColumnType<number, number, never>;
}

interface AuditTable {
  tenant: string;
  id: Generated<number>;
  at: number;
  actor: string;
  act: string;
  subject: string;
  /** Whether it is an entry of the log. */
  is_logged: Generated<boolean>;
}

interface LogTable {
  tenant: string;
  /** Entries. */
  size: number;
}

/** Up to 256 neighbouring nodes of the tree, of a level that is a multiple of eight (as in C2SP tlog-tiles). */
interface LogTileTable {
  tenant: string;
  /** The nodes' level, over eight. */
  level: number;
  index: number;
  /** 32 bytes each. */
  hashes: Uint8Array;
}

/** Entries `first` to `first + count - 1` are the records `seq` to `seq + count - 1` of a chain, or one act of the audit. */
interface LogRunTable {
  tenant: string;
  first: number;
  count: number;
  /** Null: an act. */
  chain: string | null;
  /** Of an act its id. */
  seq: number;
}

interface LogCheckpointTable {
  tenant: string;
  size: number;
  /** C2SP signed note. */
  note: string;
  made_at: number;
}
