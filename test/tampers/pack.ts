/** A pack out of the real endpoint, and the hands that change it. */
import { unzipSync } from 'fflate';
import {
  CHECKPOINT_FILE,
  LOG_FILE,
  type LogFile,
  MANIFEST_FILE,
  MANIFEST_TYPE,
  type ManifestBody,
  RECORDS_FILE,
} from '../../lib/integrity/evidence-format.ts';
import { fromBase64, toBase64 } from '../../lib/policy/base64.ts';
import { compilePolicy, sha256Hex } from '../../lib/policy/compile.ts';
import { decide } from '../../lib/policy/decide.ts';
import { keyIdOf, preAuthEncoding, signEnvelope, verifyEnvelope } from '../../lib/policy/envelope.ts';
import { buildEffect, followUps } from '../../lib/records/build.ts';
import { buildDecision, type DecisionFacts } from '../../lib/records/build-decision.ts';
import { canonicalBytes } from '../../lib/records/canonical.ts';
import type { PolicyRef } from '../../lib/records/record-fields.ts';
import { createDeviceKey, type DeviceKey } from '../../lib/records/sign.ts';
import type { ShippedRecord } from '../../lib/sync/api.ts';
import type { Signer } from '../../server/ingest/signer.ts';
import { sequenceAll } from '../../server/jobs/sequencer.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { publishPolicy } from '../../server/store/policies.ts';
import { SAMPLE_TIME, sampleFacts } from '../fakes/sample-facts.ts';
import type { SignedDevice } from '../integration/server/signed-device.ts';
import { TestEndpoint } from '../integration/server/test-endpoint.ts';
import { Browser } from './browser.ts';
import { tamperPolicy } from './tamper-policy.ts';

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

export interface Pack {
  endpoint: TestEndpoint;
  /** The endpoint's key, with which its operator can sign whatever he likes. */
  signer: Signer;
  root: DeviceKey;
  policyRef: PolicyRef;
  /** Writes with the real writer; its chain is the first of the pack. */
  browser: Browser;
  /** Signs whatever a case wants; its chain is the second. */
  forger: SignedDevice;
  files: Files;
  /** A checkpoint that was kept when the log was about half as long. */
  earlier: string;
}

/** Two devices, a signed policy, eight decisions (two of them excused), a few batches, and the acts that come with it. */
export async function makePack(store: OpenedStore): Promise<Pack> {
  const root = await createDeviceKey();
  const endpoint = await TestEndpoint.create(store, { policyRootKeys: [root.publicKey] });
  endpoint.now = SAMPLE_TIME;
  await endpoint.signIn();
  const policyRef = await publish(endpoint, root);
  const browser = await Browser.enrolled(endpoint);
  const forger = await endpoint.enrolled();
  const half = { endpoint, root, policyRef, browser, forger };
  await live(half);
  const signer = await endpoint.deps.signerOf(endpoint.tenant);
  const earlier = textOf(await exported(endpoint), CHECKPOINT_FILE);
  await live(half);
  return { ...half, signer, earlier, files: await exported(endpoint) };
}

/** What the endpoint gives whoever asks for everything. */
export async function exported(endpoint: TestEndpoint, query = ''): Promise<Files> {
  await sequenceAll(endpoint.deps);
  const answer = await endpoint.as('GET', `/v1/evidence${query}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return new Map(
    Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).map(([name, bytes]) => [
      name,
      new Uint8Array(bytes),
    ]),
  );
}

async function publish(endpoint: TestEndpoint, root: DeviceKey): Promise<PolicyRef> {
  const { envelope, digest } = await signedPolicy(root, 3);
  const verified = await verifyEnvelope(envelope, [root.publicKey]);
  if (!verified.ok) throw new Error(verified.message);
  await publishPolicy(endpoint.db, endpoint.tenant, verified, envelope, endpoint.now);
  return { id: 'sample', version: 3, digest, channel: 'stable', source: 'endpoint' };
}

export async function signedPolicy(root: DeviceKey, version: number): Promise<{ envelope: string; digest: string }> {
  const compiled = await compilePolicy(tamperPolicy(version));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const payload = new TextEncoder().encode(compiled.canonical);
  const envelope = JSON.stringify(await signEnvelope(payload, root.privateKey, root.kid.slice(0, 16)));
  return { envelope, digest: compiled.digest };
}

/** The facts of a decision as the policy of the pack makes it. */
export async function decided(pack: Pick<Pack, 'policyRef'>, change: Partial<DecisionFacts['input']> = {}) {
  const compiled = await compilePolicy(tamperPolicy(pack.policyRef.version));
  if (!compiled.ok) throw new Error('the policy does not compile');
  const facts = sampleFacts({ policyRef: pack.policyRef });
  const input = { ...facts.input, ...change };
  return { ...facts, input, decision: decide(compiled.policy, input) };
}

async function live(pack: Pick<Pack, 'endpoint' | 'policyRef' | 'browser' | 'forger'>): Promise<void> {
  const { browser, forger, endpoint } = pack;
  for (let index = 0; index < 3; index++) {
    const decisionId = await browser.write(buildDecision(await decided(pack)));
    if (index === 0) {
      await browser.write(buildEffect({ decisionId, state: 'as_decided', observedBy: 'fetch', agreement: 'agree' }));
      await browser.ship();
    }
  }
  const excused = buildDecision(await decided(pack, { groups: ['auditors'] }));
  for (const more of followUps(excused, await browser.write(excused))) await browser.write(more);
  await browser.ship();
  await endpoint.send(forger, await forger.several(3));
}

export function textOf(files: Files, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

export function linesOf(files: Files, name: string): string[] {
  return textOf(files, name).split('\n').slice(0, -1);
}

/** The pack with files of other text (null: without them); the manifest stays. */
export function withTexts({ files }: Pack, changes: Record<string, string | null>): Files {
  const changed = new Map(files);
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) changed.delete(name);
    else changed.set(name, new TextEncoder().encode(text));
  }
  return changed;
}

/** Lines as a file of lines. */
export function lined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Both chains' records as they were shipped: the browser's and the forger's. */
export function recordsOf({ files }: Pick<Pack, 'files'>): ShippedRecord[] {
  return linesOf(files, RECORDS_FILE).map((line) => JSON.parse(line) as ShippedRecord);
}

export function chainOf({ record }: ShippedRecord): string {
  return (JSON.parse(record) as { chain: string }).chain;
}

export function logOf({ files }: Pack): LogFile {
  return JSON.parse(textOf(files, LOG_FILE)) as LogFile;
}

/** Files under a new manifest, as the endpoint's operator (or whoever holds `signer`) can make it. */
export async function sealed(
  pack: Pick<Pack, 'signer' | 'endpoint'>,
  files: Files,
  change: Partial<ManifestBody> = {},
): Promise<Files> {
  const body: ManifestBody = {
    v: 1,
    type: 'sluice.evidence',
    tenant: pack.endpoint.tenant,
    scope: 'all',
    created: pack.endpoint.now,
    chains: await ranges(files),
    files: await Promise.all(
      [...files]
        .filter(([name]) => name !== MANIFEST_FILE)
        .map(async ([name, bytes]) => ({ name, size: bytes.length, sha256: await sha256Hex(bytes) })),
    ),
    ...change,
  };
  const payload = canonicalBytes(body);
  const sig = toBase64(fromBase64(await pack.signer.sign(preAuthEncoding(MANIFEST_TYPE, payload)))!);
  const keyid = await keyIdOf(fromBase64(pack.signer.publicKey)!);
  const envelope = { payloadType: MANIFEST_TYPE, payload: toBase64(payload), signatures: [{ keyid, sig }] };
  return new Map(files).set(MANIFEST_FILE, canonicalBytes(envelope));
}

async function ranges(files: Files): Promise<ManifestBody['chains']> {
  const found = new Map<string, { from: number; to: number; text: string }>();
  for (const line of linesOf(files, RECORDS_FILE)) {
    try {
      const { record: text } = JSON.parse(line) as { record: string };
      const { chain, seq } = JSON.parse(text) as { chain: string; seq: number };
      found.set(chain, { from: found.get(chain)?.from ?? seq, to: seq, text });
    } catch {
      // A line that is no record has no place in a range.
    }
  }
  return Promise.all(
    [...found].map(async ([chain, { from, to, text }]) => ({
      chain,
      from,
      to,
      head: await sha256Hex(new TextEncoder().encode(text)),
    })),
  );
}
