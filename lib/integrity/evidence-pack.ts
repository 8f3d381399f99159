/** Makes an evidence pack out of what the endpoint holds. Pure: the endpoint reads, signs and delivers. */
import { fromBase64, toBase64 } from '../policy/base64.ts';
import { sha256Hex } from '../policy/compile.ts';
import { type Envelope, keyIdOf, preAuthEncoding } from '../policy/envelope.ts';
import { canonicalText } from '../records/canonical.ts';
import { record } from '../records/record.ts';
import type { Receipt, RevocationList, ShippedRecord } from '../sync/api.ts';
import {
  ACTS_FILE,
  CERTIFICATES_FILE,
  CHECKPOINT_FILE,
  ERASED_FILE,
  type ErasedBatch,
  KEYS_FILE,
  type KeysFile,
  LOG_FILE,
  type LogFile,
  MANIFEST_FILE,
  MANIFEST_TYPE,
  type ManifestBody,
  policyFile,
  RECEIPTS_FILE,
  RECORDS_FILE,
  REFUSED_FILE,
  REVOKED_FILE,
  type RefusedRecord,
} from './evidence-format.ts';

export type EvidenceFiles = Map<string, Uint8Array<ArrayBuffer>>;

export interface EvidenceSource {
  tenant: string;
  scope: ManifestBody['scope'];
  /** Milliseconds since the epoch. */
  created: number;
  /** Whole stretches of chains, each in its order, exactly as the devices sent them. */
  records: readonly ShippedRecord[];
  receipts: readonly Receipt[];
  /** Dead letters of these chains; without them a chain that has some would show holes. */
  refused?: readonly RefusedRecord[];
  /** What was erased of these chains. */
  erased?: readonly ErasedBatch[];
  keys: KeysFile;
  /** Certificates of these devices, each as the exact text that was given, and the list of those revoked. */
  certified?: { certificates: readonly string[]; revoked: RevocationList };
  /** The log: its checkpoint, the places of what is here, and the acts in the order of `places.acts`. */
  log?: { note: string; places: LogFile; acts: readonly string[] };
  /** Signed policies by digest, each as the exact text that browsers were given. */
  policies: ReadonlyMap<string, string>;
  /** Ed25519 signature (base64url) by `keys.server` over the bytes. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** File name -> bytes. Throws when the source is not what it says (a record that is no record, a key that is no key). */
export async function buildEvidencePack(source: EvidenceSource): Promise<EvidenceFiles> {
  const encoder = new TextEncoder();
  const files: EvidenceFiles = new Map();
  const add = (name: string, text: string) => files.set(name, encoder.encode(text));
  add(RECORDS_FILE, jsonLines(source.records));
  add(RECEIPTS_FILE, jsonLines(source.receipts));
  if (source.refused?.length) add(REFUSED_FILE, jsonLines(source.refused));
  if (source.erased?.length) add(ERASED_FILE, jsonLines(source.erased));
  if (source.certified?.certificates.length) {
    add(CERTIFICATES_FILE, source.certified.certificates.map((line) => `${line}\n`).join(''));
    add(REVOKED_FILE, canonicalText(source.certified.revoked));
  }
  if (source.log !== undefined) {
    add(CHECKPOINT_FILE, source.log.note);
    add(LOG_FILE, canonicalText(source.log.places));
    if (source.log.acts.length > 0) add(ACTS_FILE, source.log.acts.map((act) => `${act}\n`).join(''));
  }
  add(KEYS_FILE, canonicalText(source.keys));
  for (const [digest, envelope] of source.policies) add(policyFile(digest), envelope);
  add(MANIFEST_FILE, canonicalText(await signManifest(source, files)));
  return files;
}

async function signManifest(source: EvidenceSource, files: EvidenceFiles): Promise<Envelope> {
  const listed = [...files].map(async ([name, bytes]) => ({
    name,
    size: bytes.length,
    sha256: await sha256Hex(bytes),
  }));
  const body: ManifestBody = {
    v: 1,
    type: 'sluice.evidence',
    tenant: source.tenant,
    scope: source.scope,
    created: source.created,
    chains: await rangesOf(source.records),
    files: (await Promise.all(listed)).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  const payload = new TextEncoder().encode(canonicalText(body));
  const { publicKey } = source.keys.server;
  const sig = await source.sign(preAuthEncoding(MANIFEST_TYPE, payload));
  return {
    payloadType: MANIFEST_TYPE,
    payload: toBase64(payload),
    signatures: [{ keyid: await keyIdOf(bytesOf(publicKey)), sig: toBase64(bytesOf(sig)) }],
  };
}

/** First and last record of each chain. */
async function rangesOf(records: readonly ShippedRecord[]): Promise<ManifestBody['chains']> {
  const ranges = new Map<string, { from: number; to: number; text: string }>();
  for (const { record: text } of records) {
    const { chain, seq } = record.parse(JSON.parse(text));
    ranges.set(chain, { from: ranges.get(chain)?.from ?? seq, to: seq, text });
  }
  const encoder = new TextEncoder();
  return Promise.all(
    [...ranges].map(async ([chain, { from, to, text }]) => ({
      chain,
      from,
      to,
      head: await sha256Hex(encoder.encode(text)),
    })),
  );
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${canonicalText(value)}\n`).join('');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text);
  if (bytes === null) throw new Error('a key or signature that is not base64');
  return bytes;
}
