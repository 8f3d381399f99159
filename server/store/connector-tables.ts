/** The tables of the feed and of the connectors that read it. */
import type { Generated, JSONColumnType } from 'kysely';
import type { IncidentState } from '../connectors/feed-entry.ts';

export interface FeedTable {
  tenant: string;
  /** Entries; the next one gets this position. */
  size: number;
  /** Entries of the log that are in the feed. */
  log_size: number;
}

/** Positions `first` to `first + count - 1`: that many entries of the log from `log_first`, or one change of an incident. */
export interface FeedRunTable {
  tenant: string;
  first: number;
  count: number;
  log_first: number | null;
  incident: JSONColumnType<IncidentState> | null;
  made_at: number;
}

export interface ConnectorTable {
  tenant: string;
  name: string;
  /** The next entry of the feed to deliver. */
  position: number;
  is_paused: Generated<boolean>;
  /** The node that delivers, until `held_until` by the database's clock. */
  holder: Generated<string | null>;
  held_until: Generated<number>;
  /** Entries the receiver has taken, repeats counted again. */
  delivered: Generated<number>;
  /** Tries without success since the last one. */
  failures: Generated<number>;
  /** Not before this time, by the nodes' clock. */
  retry_at: Generated<number>;
  last_success_at: Generated<number | null>;
  last_error_at: Generated<number | null>;
  /** A code. */
  last_error: Generated<string | null>;
}

export interface ConnectorDeadLetterTable {
  tenant: string;
  connector: string;
  position: number;
  at: number;
  code: string;
  tries: Generated<number>;
  /** Somebody asked to try it again. */
  is_due: Generated<boolean>;
}
