/**
 * The endpoint's device-facing wire, shared by the extension and the server (network boundary: both sides parse).
 *
 * - `POST /v1/enrol`    EnrolRequest -> EnrolResponse
 * - `POST /v1/records`  JSON Lines of ShippedRecord (optionally gzip), `Authorization: Bearer <deviceToken>` -> IngestResponse
 * - `POST /v1/certificate` CertificateRequest, bearer -> Certificate: the newest for the device's key, renewed when it ends soon
 * - `POST /v1/identity` bearer -> SignInOffer: where the person signs in, shaped like RFC 8628
 * - `GET  /v1/identity` bearer -> IdentityAnswer: whose the device is, as far as the endpoint knows
 * - `DELETE /v1/identity` bearer -> 204: nobody is signed in on this device any more, or about to be
 * - `PUT  /v1/identity` IdentityRequest, bearer -> 204: whose the device is, as managed storage says
 * - `GET  /v1/policy`   ETag / If-None-Match, bearer -> DSSE envelope (lib/policy/envelope.ts) or 304
 * - `GET  /v1/sites`    the same for the signed site pack (lib/coverage/pack-signature.ts)
 * - `GET  /v1/log`      ?from=&chain=&seq=, bearer -> LogAnswer: the newest checkpoint of the tenant's log, with proofs
 * - `GET  /v1/health`   no auth
 * Every error answers with ApiError and a fitting status.
 */
import * as z from 'zod/mini';

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(8192));

export const enrolRequest = z.strictObject({
  tenant: z.string().check(z.minLength(1), z.maxLength(128)),
  token: z.string().check(z.minLength(1), z.maxLength(512)),
  device: z.uuid(),
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: base64url,
  kid: z.string().check(z.minLength(1), z.maxLength(64)),
  app: z.strictObject({ version: z.string().check(z.maxLength(32)) }),
  browser: z.strictObject({ name: z.string().check(z.maxLength(64)), version: z.string().check(z.maxLength(64)) }),
  os: z.string().check(z.maxLength(64)),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

/** How the endpoint came to know a key: with an enrolment token, from the key before it, or an admin let the device in again. */
export const KEY_ASSURANCES = ['enrolment_token', 'previous_key', 'admin'] as const;

/** What the endpoint signs (canonical JSON) about a device's key. Milliseconds since the epoch; good before `notAfter`. */
export const certificateBody = z.strictObject({
  v: z.literal(1),
  type: z.literal('sluice.device'),
  tenant: z.string(),
  device: z.uuid(),
  serial: z.uuid(),
  kid: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  notBefore: z.int(),
  notAfter: z.int(),
  assurance: z.enum(KEY_ASSURANCES),
});
export const certificate = z.strictObject({ body: certificateBody, kid: z.string(), sig: base64url });
export type Certificate = z.infer<typeof certificate>;

/** Certificates that are not good any more before their time, and from when on. Signed like a receipt. */
export const revocationList = z.strictObject({
  body: z.strictObject({
    v: z.literal(1),
    type: z.literal('sluice.revoked'),
    tenant: z.string(),
    created: z.int(),
    revoked: z.array(z.strictObject({ serial: z.uuid(), at: z.int() })),
  }),
  kid: z.string(),
  sig: base64url,
});
export type RevocationList = z.infer<typeof revocationList>;

/** Signed (over the canonical `body`) with the key that shall be certified. */
export const certificateRequest = z.strictObject({
  body: z.strictObject({
    v: z.literal(1),
    type: z.literal('sluice.certificate-request'),
    tenant: z.string().check(z.minLength(1), z.maxLength(128)),
    device: z.uuid(),
    kid: z.string().check(z.minLength(1), z.maxLength(64)),
    /** The certificate it holds; null: none. */
    serial: z.nullable(z.uuid()),
  }),
  kid: z.string().check(z.maxLength(64)),
  sig: base64url,
});
export type CertificateRequest = z.infer<typeof certificateRequest>;

export const CERTIFICATE_REFUSALS = ['certificate_expired', 'certificate_revoked', 'certificate_other_key'] as const;
/**
 * Why the endpoint takes nothing under the device's certificate: it has ended (enrolling again helps), it was revoked (only
 * an admin can help), or it is for another key than the endpoint knows (the device asks for its own).
 */
export type CertificateRefusal = (typeof CERTIFICATE_REFUSALS)[number];

/** Names the certificate that a batch is sent under. */
export const CERTIFICATE_HEADER = 'x-sluice-certificate';
/** A certificate is renewed when it ends within so long: a device can be away for two months and still come back by itself. */
export const RENEW_WITHIN_MS = 60 * 24 * 60 * 60_000;

export const enrolResponse = z.strictObject({
  device: z.uuid(),
  /** Bearer token of this device for the other calls; the server keeps only its hash. */
  deviceToken: z.string().check(z.minLength(32), z.maxLength(512)),
  /** Key that signs receipts and certificates. */
  serverKey: z.strictObject({ kid: z.string(), publicKey: base64url }),
  /** For the device's key; absent from an endpoint that gives none yet. */
  certificate: z.optional(certificate),
  /** Policy root keys (raw Ed25519, base64url); used only when managed storage pins none. */
  policyRootKeys: z.array(base64url),
  /** Milliseconds since the epoch. */
  serverTime: z.int(),
});
export type EnrolResponse = z.infer<typeof enrolResponse>;

/** Null: nobody in particular. The endpoint keeps it sealed. */
export const identityRequest = z.strictObject({
  user: z.nullable(z.string().check(z.minLength(1), z.maxLength(256))),
});
export type IdentityRequest = z.infer<typeof identityRequest>;

/** Shown at both ends, so that the person can compare: consonants that make no word (RFC 8628, 6.1). */
const signInCode = z.string().check(z.regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/));

export const signInOffer = z.strictObject({
  /** Page of the endpoint; whoever opens it can sign this device in. */
  url: z.string().check(z.maxLength(2048)),
  code: signInCode,
  expiresAt: z.int(),
});
export type SignInOffer = z.infer<typeof signInOffer>;

export const identityAnswer = z.strictObject({
  /** Of signing in: `pending` while an offer stands open, `bound` once somebody took it. */
  state: z.enum(['none', 'pending', 'bound']),
  /** Whether there is an identity provider to sign in at. */
  canSignIn: z.boolean(),
  pending: z.nullable(z.strictObject({ code: signInCode, expiresAt: z.int() })),
  /** Null: nobody has told. */
  subject: z.nullable(
    z.strictObject({
      assurance: z.enum(['managed', 'oidc']),
      /** Pseudonym, good until before `until`. */
      ref: z.string().check(z.regex(/^[a-z-]{1,64}$/)),
      until: z.int(),
      since: z.int(),
      /** For the person's own eyes. */
      name: z.string().check(z.maxLength(256)),
      /** Those of the person's groups that the policy in force names. */
      groups: z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.maxLength(200)),
    }),
  ),
});
export type IdentityAnswer = z.infer<typeof identityAnswer>;

/** One line of a batch: the exact canonical bytes of the record as a string, and the device's signature over them. */
export const shippedRecord = z.strictObject({
  record: z.string().check(z.maxLength(65_536)),
  alg: z.literal('Ed25519'),
  kid: z.string().check(z.maxLength(64)),
  sig: base64url,
});
export type ShippedRecord = z.infer<typeof shippedRecord>;

/** What the server signs (canonical JSON, RFC 8785): it holds everything of this chain up to `seq`, ending in `head`. */
export const receiptBody = z.strictObject({
  v: z.literal(1),
  tenant: z.string(),
  chain: z.string(),
  epoch: z.int(),
  seq: z.int(),
  /** sha256 (hex) of the bytes of record `seq`. */
  head: z.string(),
  ts: z.int(),
});
export const receipt = z.strictObject({ body: receiptBody, kid: z.string(), sig: base64url });
export type Receipt = z.infer<typeof receipt>;

export const ingestResponse = z.strictObject({
  accepted: z.int(),
  duplicates: z.int(),
  /**
   * Records that can never be accepted; they are kept as dead letters. The device must not send them again. `line` is
   * zero-based. A dead letter still takes its place in the chain: receipts go on past it.
   */
  rejected: z.array(z.strictObject({ line: z.int(), code: z.string(), message: z.string() })),
  /** Null when this chain has no record at the server yet. */
  receipt: z.nullable(receipt),
  serverTime: z.int(),
});
export type IngestResponse = z.infer<typeof ingestResponse>;

/** Base64 of the 32 bytes of a node; a proof in a tree of 2^53 entries has at most 53 and one. */
const proof = z.array(z.string().check(z.maxLength(44))).check(z.maxLength(64));

export const logAnswer = z.strictObject({
  /** The newest checkpoint (C2SP signed note); null while nothing was logged. */
  note: z.nullable(z.string().check(z.maxLength(4096))),
  /** That the log begins with the `from` entries the device saw last; null when it has fewer. */
  growth: z.nullable(proof),
  /** Where the device's record `seq`, or the newest logged one before it, stands. Null when none is logged. */
  own: z.nullable(z.strictObject({ seq: z.int(), index: z.int(), proof })),
});
export type LogAnswer = z.infer<typeof logAnswer>;

export const apiError = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});
export type ApiError = z.infer<typeof apiError>;
