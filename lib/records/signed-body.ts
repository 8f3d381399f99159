/**
 * What somebody signed: a body, and the signature (Ed25519) over its canonical form (RFC 8785). Receipts, certificates, the
 * list of those revoked and what devices ask for have this form.
 */
import { canonicalBytes, toCanonical } from './canonical.ts';
import { verify } from './sign.ts';

export interface SignedBody<B = unknown> {
  body: B;
  kid: string;
  /** base64url. */
  sig: string;
}

export interface BodySigner {
  kid: string;
  /** Ed25519 signature, base64url. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** Rejects when the body has no canonical form. */
export async function signBody<B>({ kid, sign }: BodySigner, body: B): Promise<SignedBody<B>> {
  return { body, kid, sig: await sign(canonicalBytes(body)) };
}

/** Whether a signature is by this key over the canonical body. */
export async function signatureFault(
  { body, kid, sig }: SignedBody,
  key: { kid: string; publicKey: string },
): Promise<'unknown_key' | 'bad_signature' | null> {
  if (kid !== key.kid) return 'unknown_key';
  const signed = toCanonical(body);
  return signed.ok && (await verify(key.publicKey, sig, signed.bytes)) ? null : 'bad_signature';
}
