/**
 * The signed form of a policy: a DSSE envelope (github.com/secure-systems-lab/dsse, protocol v1) with Ed25519 signatures
 * by WebCrypto. Signed are the exact payload bytes, so nothing has to be canonicalised to verify.
 */
import * as z from 'zod/mini';
import { fromBase64, toBase64, toBase64url } from './base64.ts';
import { parsePolicy, sha256Hex } from './compile.ts';
import type { Policy } from './schema.ts';

export const POLICY_PAYLOAD_TYPE = 'application/vnd.sluice.policy+json';

const base64 = (max: number) => z.string().check(z.regex(/^[A-Za-z0-9+/_-]+={0,2}$/), z.maxLength(max));

/** Signed data of any type. */
export const signedSchema = z.strictObject({
  payloadType: z.string().check(z.maxLength(200)),
  payload: base64(4_000_000),
  signatures: z
    .array(z.strictObject({ keyid: z.string().check(z.maxLength(128)), sig: base64(128) }))
    .check(z.minLength(1), z.maxLength(16)),
});
export type Envelope = z.infer<typeof signedSchema>;

/** A signed policy. */
export const envelopeSchema = signedSchema.check(
  z.refine(({ payloadType }) => payloadType === POLICY_PAYLOAD_TYPE, 'is not a policy'),
);

export interface VerifiedPolicy {
  policy: Policy;
  /** SHA-256 of the payload, hex: the name of this exact policy in records. */
  digest: string;
  version: number;
  /** How many different root keys signed it. */
  signers: number;
  /** Names the set of root keys it was verified with; versions are only compared within one set. */
  epoch: string;
}

export type VerifyCode = 'malformed' | 'no_root_key' | 'unknown_key' | 'bad_signature' | 'threshold' | 'schema';
export type VerifyResult = ({ ok: true } & VerifiedPolicy) | { ok: false; code: VerifyCode; message: string };

/** The bytes that are signed: `DSSEv1 len(type) type len(payload) payload`, lengths in bytes, decimal. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const type = encoder.encode(payloadType);
  const head = encoder.encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** An envelope with one signature. More signers add theirs with `addSignature`. */
export async function signEnvelope(
  payload: Uint8Array,
  privateKey: CryptoKey,
  keyid: string,
  payloadType: string = POLICY_PAYLOAD_TYPE,
): Promise<Envelope> {
  return addSignature({ payloadType, payload: toBase64(payload), signatures: [] }, privateKey, keyid);
}

/** The envelope with one more signature over the same payload; an earlier one by the same key is replaced. */
export async function addSignature(envelope: Envelope, privateKey: CryptoKey, keyid: string): Promise<Envelope> {
  const payload = fromBase64(envelope.payload);
  if (!payload) throw new TypeError('the payload of the envelope is not base64');
  const signed = preAuthEncoding(envelope.payloadType, payload);
  const sig = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, signed));
  const others = envelope.signatures.filter((signature) => signature.keyid !== keyid);
  return { ...envelope, signatures: [...others, { keyid, sig: toBase64(sig) }] };
}

/** The key id of a raw public key: the first 16 hex digits of its SHA-256. A hint, never trusted. */
export async function keyIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await sha256Hex(publicKey)).slice(0, 16);
}

/**
 * Verify an envelope (parsed JSON or its text) against root keys (raw Ed25519, base64url) and parse the policy in it.
 * At least `threshold` different root keys must have signed. An expired policy verifies: it keeps enforcing
 * (`accept.ts` marks it).
 */
export async function verifyEnvelope(
  envelope: unknown,
  rootKeys: readonly string[],
  { threshold = 1 }: { threshold?: number } = {},
): Promise<VerifyResult> {
  const verified = await verifySigned(envelope, rootKeys, { payloadType: POLICY_PAYLOAD_TYPE, threshold });
  if (!verified.ok) return verified;
  const { payload, ...facts } = verified;

  const read = parsePolicy(parseJson(new TextDecoder().decode(payload)));
  if (!read.ok) {
    const faults = read.errors.slice(0, 3).map(({ path, message }) => `${path || 'the policy'} ${message}`);
    return refuse('schema', `this version cannot read the policy: ${faults.join('; ')}`);
  }
  return {
    ok: true,
    policy: read.policy,
    digest: facts.digest,
    version: read.policy.version,
    signers: facts.signers,
    epoch: facts.epoch,
  };
}

/** What the signatures of an envelope prove; what the payload means is for the caller to parse. */
export type SignedResult =
  | { ok: true; payload: Uint8Array<ArrayBuffer>; digest: string; signers: number; epoch: string }
  | { ok: false; code: Exclude<VerifyCode, 'schema'>; message: string };

/** Verify an envelope (parsed JSON or its text) of one payload type: at least `threshold` root keys must have signed. */
export async function verifySigned(
  envelope: unknown,
  rootKeys: readonly string[],
  { payloadType, threshold = 1 }: { payloadType: string; threshold?: number },
): Promise<SignedResult> {
  const parsed = signedSchema.safeParse(typeof envelope === 'string' ? parseJson(envelope) : envelope);
  if (!parsed.success || parsed.data.payloadType !== payloadType) {
    return refuse('malformed', `this is not a signed document of type ${payloadType} (DSSE envelope)`);
  }
  const payload = fromBase64(parsed.data.payload);
  if (!payload) return refuse('malformed', 'the payload is not base64');
  const keys = await importRootKeys(rootKeys);
  if (keys.length === 0) return refuse('no_root_key', 'no usable root key is configured');

  const signed = preAuthEncoding(parsed.data.payloadType, payload);
  const signers = await signersOf(parsed.data, signed, keys);
  if (signers.size === 0) {
    const known = parsed.data.signatures.some(({ keyid }) => keys.some((key) => key.keyid === keyid));
    return known
      ? refuse('bad_signature', 'the signature does not fit the content: it was changed after signing')
      : refuse('unknown_key', 'it is not signed by any of the configured root keys');
  }
  if (signers.size < threshold) {
    return refuse('threshold', `${threshold} signatures are required, ${signers.size} valid`);
  }
  return { ok: true, payload, digest: await sha256Hex(payload), signers: signers.size, epoch: await epochOf(keys) };
}

interface RootKey {
  id: string;
  keyid: string;
  key: CryptoKey;
}

/** Keys that cannot be read are left out: they can never be satisfied, so leaving them out is the stricter way. */
async function importRootKeys(rootKeys: readonly string[]): Promise<RootKey[]> {
  const imported = await Promise.all([...new Set(rootKeys)].slice(0, 16).map(importRootKey));
  const usable = imported.filter((key) => key !== null);
  return usable.filter((key, index) => usable.findIndex((other) => other.id === key.id) === index);
}

async function importRootKey(text: string): Promise<RootKey | null> {
  const raw = fromBase64(text);
  if (raw?.length !== 32) return null;
  try {
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', true, ['verify']);
    return { id: toBase64url(raw), keyid: await keyIdOf(raw), key };
  } catch {
    return null;
  }
}

/** Root keys with a valid signature. The key id only narrows down which keys are tried. */
async function signersOf(envelope: Envelope, signed: Uint8Array<ArrayBuffer>, keys: RootKey[]): Promise<Set<string>> {
  const signers = new Set<string>();
  for (const { keyid, sig } of envelope.signatures) {
    const bytes = fromBase64(sig);
    if (bytes?.length !== 64) continue;
    const named = keys.filter((key) => key.keyid === keyid);
    for (const { id, key } of named.length > 0 ? named : keys) {
      if (await crypto.subtle.verify('Ed25519', key, bytes, signed)) signers.add(id);
    }
  }
  return signers;
}

async function epochOf(keys: RootKey[]): Promise<string> {
  const ids = keys.map((key) => key.id).sort();
  return (await sha256Hex(new TextEncoder().encode(ids.join(' ')))).slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse<C extends VerifyCode>(code: C, message: string): { ok: false; code: C; message: string } {
  return { ok: false, code, message };
}
