/** The files of an evidence pack and what is in them. Every JSON in them, and every line of JSON, is in canonical form. */
import * as z from 'zod/mini';

/** DSSE envelope of a `ManifestBody`, signed by the endpoint's key. */
export const MANIFEST_FILE = 'manifest.json';
export const MANIFEST_TYPE = 'application/vnd.sluice.evidence+json';
export const KEYS_FILE = 'keys.json';
/** One `ShippedRecord` a line; the records of a chain stand in their order. */
export const RECORDS_FILE = 'records.jsonl';
/** One `Receipt` a line. */
export const RECEIPTS_FILE = 'receipts.jsonl';

/**
 * One `RefusedRecord` a line: what devices sent and the endpoint could not take (dead letters). Absent when there is none.
 * The records after them show by their `prev` that these very bytes had their place in the chain.
 */
export const REFUSED_FILE = 'refused.jsonl';

/**
 * One `ErasedBatch` a line: records that the endpoint erased because their time was over. Absent when there is none. The record
 * behind a run names the hash of its last one in `prev`; each line is named by an act (`records_erased <SHA-256 of the line>`).
 */
export const ERASED_FILE = 'erased.jsonl';

/**
 * One `Certificate` a line: what the endpoint said about the keys of these devices. Absent when it has said nothing. Each is
 * named by an act (`device_certified <SHA-256 of the line>`).
 */
export const CERTIFICATES_FILE = 'certificates.jsonl';
/** The `RevocationList` of these certificates. Always beside them. */
export const REVOKED_FILE = 'revoked.json';

/** The newest checkpoint of the tenant's log (C2SP signed note). Absent, like the next two, when nothing was logged. */
export const CHECKPOINT_FILE = 'checkpoint.txt';
/** Where in the log the records and acts of the pack stand, and roots that stand for everything else (`LogFile`). */
export const LOG_FILE = 'log.json';
/** One act of a person or of the endpoint a line, canonical JSON: the entry of the log. Only in packs of all chains. */
export const ACTS_FILE = 'acts.jsonl';

/** The signed policy with this digest (DSSE envelope). */
export const policyFile = (digest: string) => `policies/${digest}.dsse.json`;
export const POLICY_FILE = /^policies\/([0-9a-f]{64})\.dsse\.json$/;

/** `record` exactly as it was sent; it may be no valid record at all. `code` is the endpoint's reason. */
export const refusedRecord = z.strictObject({ record: z.string(), code: z.string() });
export type RefusedRecord = z.infer<typeof refusedRecord>;

const hex256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const seq = z.int().check(z.minimum(1));
export const erasedBatch = z.strictObject({
  batch: z.uuid(),
  /** Milliseconds since the epoch. */
  at: z.int(),
  /** Records `first` to `last` of a chain; `head` is the hash of the last of them. */
  runs: z.array(z.strictObject({ chain: z.uuid(), first: seq, last: seq, head: hex256 })),
});
export type ErasedBatch = z.infer<typeof erasedBatch>;
export type ErasedRun = ErasedBatch['runs'][number];

const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const kid = z.string().check(z.minLength(1), z.maxLength(64));

export const keysFile = z.strictObject({
  devices: z.array(z.strictObject({ device: z.uuid(), kid, publicKey })),
  server: z.strictObject({ kid, publicKey }),
  /** Raw Ed25519 public keys, base64url. */
  policyRootKeys: z.array(publicKey),
});
export type KeysFile = z.infer<typeof keysFile>;

const place = z.int().check(z.minimum(0));

export const logFile = z.strictObject({
  v: z.literal(1),
  /** Entries `first` on are the records `seq` on of this chain. */
  runs: z.array(z.strictObject({ first: place, chain: z.uuid(), seq: place, count: place })),
  /** Likewise, of records that were erased: `nodes` stand for them. */
  erased: z.optional(z.array(z.strictObject({ first: place, chain: z.uuid(), seq: place, count: place }))),
  /** Entry of each line of the acts. */
  acts: z.array(place),
  /** Level, index and hash (base64) of the subtrees that hold everything else. */
  nodes: z.array(z.tuple([place, place, z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))])),
});
export type LogFile = z.infer<typeof logFile>;

export const manifestBody = z.strictObject({
  v: z.literal(1),
  type: z.literal('sluice.evidence'),
  tenant: z.string(),
  /** Everything the endpoint holds, or one chain. A pack of everything hides nothing of the log. */
  scope: z.enum(['all', 'chain']),
  /** Milliseconds since the epoch. */
  created: z.int(),
  /** What the pack claims to hold of each chain; `head` is the hash of record `to`. */
  chains: z.array(z.strictObject({ chain: z.uuid(), from: z.int(), to: z.int(), head: hex256 })),
  /** Every other file. */
  files: z.array(z.strictObject({ name: z.string(), size: z.int(), sha256: hex256 })),
});
export type ManifestBody = z.infer<typeof manifestBody>;
