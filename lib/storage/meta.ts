/** Small single values in the database. Parsed when read: what an older version wrote counts as absent if it no longer fits. */
import * as z from 'zod/mini';
import { sightingsSchema } from '../coverage/sightings.ts';
import { GAP_REASONS, uuid } from '../records/record-fields.ts';
import { certificate, receipt } from '../sync/api.ts';
import type { SluiceDb } from './db.ts';

const moment = z.int();
const hash = z.string().check(z.length(64));

export const META = {
  /** The newest verified receipt. */
  receipt: z.strictObject({ hash, receipt }),
  /** Device clock minus server clock. */
  clock: z.strictObject({ skewMs: z.int(), measuredAt: moment }),
  /** What the endpoint gave at enrolment. */
  enrolment: z.strictObject({
    tenant: z.string(),
    endpoint: z.string(),
    device: z.uuid(),
    kid: z.string(),
    deviceToken: z.string(),
    serverKey: z.strictObject({ kid: z.string(), publicKey: z.string() }),
    policyRootKeys: z.array(z.string()),
    enrolledAt: moment,
  }),
  /** The endpoint's word that the device's key is its own. */
  certificate: z.strictObject({ certificate }),
  /** Whose the device is, by the name that records carry until before `until`; never the person's own. */
  subject: z.strictObject({
    assurance: z.enum(['managed', 'oidc']),
    ref: z.string(),
    until: moment,
    groups: z.array(z.string()),
    /** Keyed digest of the name in managed settings that it was given for. */
    told: z.nullable(z.string()),
  }),
  /** When the next try is due after failures, by what failed. */
  'backoff.records': z.strictObject({ failures: z.int(), until: moment }),
  'backoff.enrol': z.strictObject({ failures: z.int(), until: moment }),
  /** Records that could not be written and are not declared yet. */
  gap: z.strictObject({ reason: z.enum(GAP_REASONS), count: z.int(), since: moment, of: z.optional(uuid) }),
  /** Records that were deleted here because the endpoint holds them, and of which no `tombstone` tells yet. */
  erased: z.array(
    z.strictObject({
      of: z.uuid(),
      from: z.int(),
      to: z.int(),
      count: z.int(),
      reason: z.enum(['age', 'room']),
    }),
  ),
  /** The policy that the last `policy_applied` record named. */
  applied: z.strictObject({ digest: hash, source: z.enum(['managed', 'endpoint', 'bundled']) }),
  /** The emergency that the last `breakglass` record told, and the policy it is in. */
  breakglass: z.strictObject({ id: z.string(), digest: hash }),
  /** AI sites nobody listed, by host. */
  sightings: sightingsSchema,
  /** The newest checkpoint of the endpoint's log that was seen and held. */
  checkpoint: z.strictObject({ origin: z.string(), size: z.int(), root: z.string() }),
  /** The fault of the log that was recorded last. */
  'log.fault': z.strictObject({ code: z.string() }),
  /** When the last heartbeat was written. */
  heartbeat: z.strictObject({ at: moment }),
} as const;

export type MetaKey = keyof typeof META;
export type MetaValue<K extends MetaKey> = z.infer<(typeof META)[K]>;

/** Null when absent or no longer understood. */
export async function readMeta<K extends MetaKey>(db: SluiceDb, key: K): Promise<MetaValue<K> | null> {
  const row = await db.meta.get(key);
  const parsed = META[key].safeParse(row?.value);
  return parsed.success ? (parsed.data as MetaValue<K>) : null;
}

export async function writeMeta<K extends MetaKey>(db: SluiceDb, key: K, value: MetaValue<K>): Promise<void> {
  await db.meta.put({ key, value });
}

export async function clearMeta(db: SluiceDb, ...keys: MetaKey[]): Promise<void> {
  await db.meta.bulkDelete(keys);
}
