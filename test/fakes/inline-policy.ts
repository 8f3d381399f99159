import { toBase64url } from '../../lib/policy/base64.ts';
import { bundledPolicy } from '../../lib/policy/bundled.ts';
import { canonicalPolicy } from '../../lib/policy/compile.ts';
import { keyIdOf, signEnvelope } from '../../lib/policy/envelope.ts';
import { type Policy, policySchema, type Rule } from '../../lib/policy/schema.ts';

export async function signingKeys(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
}

/** Managed settings that carry the bundled policy with changes, signed by a key made for it unless one is given. */
export async function inlinePolicy({
  keys,
  ...changes
}: {
  keys?: CryptoKeyPair;
  version?: number;
  sites?: Policy['sites'];
  rules?: Rule[];
  /** Other modes for rules of the bundled policy, by id. */
  modes?: Record<string, Rule['mode']>;
}): Promise<{ policy: string; policyRootKeys: string[] }> {
  const { policy } = await bundledPolicy();
  const { rules = [], modes = {}, ...rest } = changes;
  const bundled = policy.rules.map((rule) => ({ ...rule, mode: modes[rule.id] ?? rule.mode }));
  const changed = policySchema.parse({ ...policy, id: 'inline', ...rest, rules: [...bundled, ...rules] });
  const pair = keys ?? (await signingKeys());
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const payload = new TextEncoder().encode(canonicalPolicy(changed));
  const envelope = await signEnvelope(payload, pair.privateKey, await keyIdOf(raw));
  return { policy: JSON.stringify(envelope), policyRootKeys: [toBase64url(raw)] };
}
