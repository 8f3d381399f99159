/** A sign of life in the chain itself: silence longer than a few of them is a finding for the endpoint. */
import { buildHeartbeat } from '../records/build.ts';
import { countStates } from '../records/outbox.ts';
import type { DraftOf } from '../records/record.ts';
import type { AppHealthRecord, PolicyRef } from '../records/record-fields.ts';
import type { AppendResult, Writer } from '../records/writer.ts';
import type { SluiceDb } from '../storage/db.ts';
import { readMeta, writeMeta } from '../storage/meta.ts';

export const HEARTBEAT_MS = 60 * 60_000;

export interface HeartbeatPorts {
  db: SluiceDb;
  writer: Pick<Writer, 'append'>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How well apps are read, and of how many the browser keeps us out. */
  sightings(): Promise<{ apps: AppHealthRecord[]; denied: number }>;
}

export interface HeartbeatState {
  coverage: DraftOf<'heartbeat'>['coverage'];
  policyRef: PolicyRef | null;
  freshness: DraftOf<'heartbeat'>['freshness'];
}

/** Write a heartbeat when one is due; null when none is. A clock set back makes it due at once. */
export async function beat(ports: HeartbeatPorts, state: HeartbeatState): Promise<AppendResult | null> {
  const { db, writer } = ports;
  const now = ports.now();
  const last = await readMeta(db, 'heartbeat');
  if (last !== null && last.at <= now && now - last.at < HEARTBEAT_MS) return null;
  const { queued, sending, rejected } = await countStates(db);
  const result = await writer.append(
    buildHeartbeat({ ...state, ...(await ports.sightings()), queued: queued + sending, rejected }),
  );
  if (result.ok) await writeMeta(db, 'heartbeat', { at: now });
  return result;
}
