import { buildEvidencePack, type EvidenceFiles, type EvidenceSource } from '../../lib/integrity/evidence-pack.ts';
import { compilePolicy } from '../../lib/policy/compile.ts';
import { decide } from '../../lib/policy/decide.ts';
import type { DecisionInput } from '../../lib/policy/decision.ts';
import { signEnvelope } from '../../lib/policy/envelope.ts';
import { buildEffect } from '../../lib/records/build.ts';
import { buildDecision } from '../../lib/records/build-decision.ts';
import type { PolicyRef } from '../../lib/records/record-fields.ts';
import { createDeviceKey, type DeviceKey, sign } from '../../lib/records/sign.ts';
import { FakeFleet } from './fake-fleet.ts';
import { sampleFacts } from './sample-facts.ts';
import { samplePolicy } from './sample-policy.ts';

export interface SampleEvidence {
  fleet: FakeFleet;
  root: DeviceKey;
  source: EvidenceSource;
  files: EvidenceFiles;
}

/** A pack of one device's life: enrolled, three decisions by a signed policy, an effect; shipped in two batches. */
export async function sampleEvidence(change: (input: DecisionInput) => DecisionInput = (input) => input) {
  const fleet = await FakeFleet.enrolled();
  const root = await createDeviceKey();
  const compiled = await compilePolicy(samplePolicy(3));
  if (!compiled.ok) throw new Error('the sample policy does not compile');
  const { policy, canonical, digest } = compiled;
  const signed = await signEnvelope(new TextEncoder().encode(canonical), root.privateKey, root.kid.slice(0, 16));
  const policyRef: PolicyRef = { id: 'sample', version: 3, digest, channel: 'stable', source: 'endpoint' };

  const worker = fleet.device.startWorker();
  for (let index = 0; index < 3; index++) {
    const facts = sampleFacts({ policyRef });
    const input = change(facts.input);
    const appended = await worker.append(
      buildDecision({ ...facts, input: facts.input, decision: decide(policy, input) }),
    );
    if (!appended.ok) throw new Error(appended.code);
    if (index > 0) continue;
    await worker.append(
      buildEffect({ decisionId: appended.id, state: 'as_decided', observedBy: 'fetch', agreement: 'agree' }),
    );
    await fleet.ship();
  }
  await fleet.ship();

  const { device, kid, publicKey } = (await fleet.device.db.identity.get('device'))!;
  const server = fleet.endpoint.key;
  const source: EvidenceSource = {
    tenant: fleet.device.tenant,
    scope: 'chain',
    created: fleet.device.now,
    records: fleet.endpoint.stored,
    receipts: fleet.endpoint.receipts,
    keys: {
      devices: [{ device, kid, publicKey }],
      server: { kid: server.kid, publicKey: server.publicKey },
      policyRootKeys: [root.publicKey],
    },
    policies: new Map([[digest, JSON.stringify(signed)]]),
    sign: (bytes) => sign(server.privateKey, bytes),
  };
  const sample: SampleEvidence = { fleet, root, source, files: await buildEvidencePack(source) };
  return sample;
}
