/** Planned change of the device's key: the old one signs over to a new one when it is as old as policy lets it become. */
import type { Policy } from '../policy/schema.ts';
import { createDeviceKey } from '../records/sign.ts';
import type { Writer } from '../records/writer.ts';
import type { SluiceDb } from '../storage/db.ts';
import type { Enrolment } from './enrol.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface RotatePorts {
  db: SluiceDb;
  writer: Writer;
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * Rotate when it is due. Never while the endpoint may not know of the change before: it could not take what a third key
 * signs. Resolves to whether there is a new key; rejects only when the database does.
 */
export async function rotateIfDue(
  { db, writer, now }: RotatePorts,
  { enrolledAt }: Pick<Enrolment, 'enrolledAt'>,
  keys: Policy['keys'],
): Promise<boolean> {
  const identity = await db.identity.get('device');
  if (keys === undefined || identity === undefined) return false;
  const age = now() - (identity.rotatedAt ?? enrolledAt);
  if (age < keys.rotateAfterDays * DAY_MS) return false;
  const { chain } = identity;
  const unsent = db.records.where('[state+settledAt]').anyOf(['queued', 0], ['sending', 0]);
  const isOnItsWay = await unsent.filter((row) => row.chain === chain && row.kind === 'key_rotated').count();
  if (isOnItsWay > 0) return false;
  return (await writer.rotate(await createDeviceKey())).ok;
}
