/** The policy that is enforced when nobody configured one: made from `policies/baseline.yaml` by `policy bundle`. */
import envelope from '../../policies/baseline.dsse.json' with { type: 'json' };
import root from '../../policies/baseline.root.json' with { type: 'json' };
import { type VerifiedPolicy, verifyEnvelope } from './envelope.ts';

/** The verified default. Rejects when the package itself was tampered with; the caller then has no policy and refuses. */
export async function bundledPolicy(): Promise<VerifiedPolicy> {
  const verified = await verifyEnvelope(envelope, [root.publicKey]);
  if (!verified.ok) throw new Error(`the bundled policy does not verify: ${verified.code}`);
  const { ok: _, ...policy } = verified;
  return policy;
}
