import { toBase64url } from '../../lib/policy/base64.ts';
import { bundledPolicy } from '../../lib/policy/bundled.ts';
import { canonicalPolicy } from '../../lib/policy/compile.ts';
import { keyIdOf, signEnvelope } from '../../lib/policy/envelope.ts';

/** The bundled rules as another signer would publish them. */
export async function sameRulesSignedAnew(): Promise<{ verified: string; rootKey: string }> {
  const { policy } = await bundledPolicy();
  const keys = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const payload = new TextEncoder().encode(canonicalPolicy(policy));
  const envelope = await signEnvelope(payload, keys.privateKey, await keyIdOf(raw));
  return { verified: JSON.stringify(envelope), rootKey: toBase64url(raw) };
}
