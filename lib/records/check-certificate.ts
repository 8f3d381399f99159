/**
 * Certificates of devices: the endpoint's signed word that a key is a device's, from when until when. The same form as a
 * receipt: canonical JSON (RFC 8785) and the signature of the tenant's key over it.
 */
import { fromBase64 } from '../policy/base64.ts';
import type { Certificate } from '../sync/api.ts';
import { keyId } from './sign.ts';
import { signatureFault } from './signed-body.ts';

export type CertificateFault =
  | 'unknown_key'
  | 'bad_signature'
  | 'wrong_tenant'
  | 'wrong_device'
  /** Its key is not the one it should be for, or not the one its id names. */
  | 'wrong_key';

export interface CertificateContext {
  serverKey: { kid: string; publicKey: string };
  tenant: string;
  /** Whose it has to be; null: anybody's. */
  device: string | null;
  /** For which key; null: for any. */
  kid: string | null;
}

/** Null when the certificate is the endpoint's and says what it should. Nothing is said about the time. */
export async function certificateFault(
  certificate: Certificate,
  { serverKey, tenant, device, kid: wanted }: CertificateContext,
): Promise<CertificateFault | null> {
  const unsigned = await signatureFault(certificate, serverKey);
  if (unsigned !== null) return unsigned;
  const { body } = certificate;
  if (body.tenant !== tenant) return 'wrong_tenant';
  if (device !== null && body.device !== device) return 'wrong_device';
  const raw = fromBase64(body.publicKey);
  const isNamed = raw?.length === 32 && body.kid === (await keyId(raw));
  return isNamed && (wanted === null || body.kid === wanted) ? null : 'wrong_key';
}
