import { randomBytes, randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { RecordDraft } from '../../lib/records/record.ts';
import { sign } from '../../lib/records/sign.ts';
import { type AgentInfo, createWriter, type Writer, type WriterPorts } from '../../lib/records/writer.ts';
import { openDb, type SluiceDb } from '../../lib/storage/db.ts';
import { ensureIdentity } from '../../lib/sync/enrol.ts';
import { fakeLocks } from './fake-locks.ts';
import { SAMPLE_TIME } from './sample-facts.ts';

export const AGENT: AgentInfo = {
  app: { version: '0.1.0' },
  browser: { name: 'chromium', version: '156.0' },
  os: 'linux',
  managed: true,
  install_type: 'admin',
};

export const HEARTBEAT: RecordDraft = {
  kind: 'heartbeat',
  coverage: 'full',
  freshness: 'none',
  queued: 0,
  rejected: 0,
};

/** A browser profile: a database that outlives its workers, a lock manager and a clock that a test can set. */
export class FakeDevice {
  readonly indexedDB = new IDBFactory();
  readonly locks = fakeLocks();
  readonly tenant = 'acme';
  now = SAMPLE_TIME;
  db: SluiceDb;

  constructor() {
    this.db = this.openDb();
  }

  openDb(): SluiceDb {
    return openDb('test', { indexedDB: this.indexedDB, IDBKeyRange });
  }

  /** What any worker of this device is given; a test may replace parts. */
  writerPorts(changes: Partial<WriterPorts> = {}): WriterPorts {
    return {
      db: this.db,
      locks: this.locks.locks,
      now: () => this.now,
      randomBytes: (length) => new Uint8Array(randomBytes(length)),
      sign,
      agent: () => AGENT,
      ...changes,
    };
  }

  /** A worker that starts on this profile: a connection and a writer of its own. */
  startWorker(changes: Partial<WriterPorts> = {}): Writer {
    return createWriter(this.writerPorts({ db: this.openDb(), ...changes }));
  }

  async identify(): Promise<void> {
    await ensureIdentity({ db: this.db, locks: this.locks.locks, randomUuid: randomUUID }, this.tenant);
  }

  /** All records in their order. */
  rows() {
    return this.db.records.orderBy('[chain+seq]').toArray();
  }
}

/** A device that has its key. */
export async function fakeDevice(): Promise<FakeDevice> {
  const device = new FakeDevice();
  await device.identify();
  return device;
}
