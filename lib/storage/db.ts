/**
 * The extension's database: its key, its chain of records (which is the outbox too), receipts and the policy in force.
 * Opened only where the extension owns the origin. Every write waits for the disk (`durability: strict`).
 */
import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { Receipt } from '../sync/api.ts';

export const DATABASE = 'sluice';

/** queued -> sending (lease) -> acknowledged, or rejected for good. */
export type OutboxState = 'queued' | 'sending' | 'acknowledged' | 'rejected';

export interface RecordRow {
  chain: string;
  seq: number;
  id: string;
  kind: string;
  ts: number;
  /** Exact canonical bytes as text, and what is needed to ship them. */
  text: string;
  hash: string;
  kid: string;
  sig: string;
  state: OutboxState;
  /** Milliseconds since the epoch; a `sending` row past it was left behind by a dead worker. */
  leaseUntil: number;
  /** When the endpoint's receipt for it was verified, or when it was rejected. */
  settledAt: number;
  /** The endpoint's code for a rejected record. */
  rejection: string | null;
  /** Key of the request it was written for: asked again, it is answered with this record. */
  once?: string;
}

export interface IdentityRow {
  /** `device`: the one in force. `of <tenant>`: what another tenant knows this profile as, until it is that one's again. */
  slot: 'device' | `of ${string}`;
  tenant: string;
  device: string;
  chain: string;
  epoch: number;
  kid: string;
  publicKey: string;
  /** Not extractable. */
  privateKey: CryptoKey;
  /** When this key took over from the one before; absent for the first. */
  rotatedAt?: number;
  /** The key before: the endpoint knows it for sure, and this one only once it has the record of the change. */
  previous?: { kid: string; publicKey: string };
}

export interface ReceiptRow {
  chain: string;
  seq: number;
  hash: string;
  receipt: Receipt;
}

/** A signed policy as it came, kept so that it can be verified again at every start. */
export interface PolicyRow {
  slot: 'endpoint' | 'sites';
  envelope: string;
  etag: string | null;
  fetchedAt: number;
}

export interface MetaRow {
  key: string;
  value: unknown;
}

export class SluiceDb extends Dexie {
  declare records: Table<RecordRow, [string, number]>;
  declare identity: Table<IdentityRow, string>;
  declare receipts: Table<ReceiptRow, [string, number]>;
  declare policy: Table<PolicyRow, string>;
  declare meta: Table<MetaRow, string>;

  constructor(name: string, options: DexieOptions) {
    super(name, { ...options, chromeTransactionDurability: 'strict' });
    for (const { version, stores } of MIGRATIONS) this.version(version).stores(stores);
  }
}

/** Numbered and never edited once shipped: a change of the tables is a new entry. */
const MIGRATIONS: readonly { version: number; stores: Record<string, string | null> }[] = [
  {
    version: 1,
    stores: {
      records: '[chain+seq], &id, [chain+state+seq], [state+settledAt]',
      identity: 'slot',
      receipts: '[chain+seq], hash',
      policy: 'slot',
      meta: 'key',
    },
  },
  { version: 2, stores: { records: '[chain+seq], &id, [chain+state+seq], [state+settledAt], once' } },
];

/** Open lazily: the first query opens it. `options` carry another IndexedDB in tests. */
export function openDb(name: string = DATABASE, options: DexieOptions = {}): SluiceDb {
  return new SluiceDb(name, options);
}
