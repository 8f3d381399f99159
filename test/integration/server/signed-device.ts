import { randomBytes, randomUUID } from 'node:crypto';
import { sha256Hex } from '../../../lib/policy/compile.ts';
import { buildDecision, type DecisionFacts } from '../../../lib/records/build-decision.ts';
import { toCanonical } from '../../../lib/records/canonical.ts';
import type { RecordDraft, SluiceRecord } from '../../../lib/records/record.ts';
import { GENESIS } from '../../../lib/records/record-fields.ts';
import { createDeviceKey, type DeviceKey, sign } from '../../../lib/records/sign.ts';
import { uuidV7 } from '../../../lib/records/uuid-v7.ts';
import type { EnrolRequest, ShippedRecord } from '../../../lib/sync/api.ts';
import { AGENT, HEARTBEAT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';

export interface SignedRecord extends ShippedRecord {
  id: string;
  seq: number;
  hash: string;
}

/** A device that signs whatever a test wants it to, right or wrong. */
export class SignedDevice {
  readonly device = randomUUID();
  readonly chain = randomUUID();
  readonly key: DeviceKey;
  readonly tenant: string;
  token = '';
  /** The end of the chain. */
  head = { seq: 0, hash: GENESIS };

  private constructor(tenant: string, key: DeviceKey) {
    this.tenant = tenant;
    this.key = key;
  }

  static async create(tenant: string): Promise<SignedDevice> {
    return new SignedDevice(tenant, await createDeviceKey());
  }

  enrolRequest(token: string): EnrolRequest {
    const { tenant, device, key } = this;
    const { app, browser, os } = AGENT;
    return { tenant, token, device, publicKey: key.publicKey, kid: key.kid, app, browser, os };
  }

  /** The next record of the chain. `changes` overwrite fields before signing. */
  async next(draft: RecordDraft = HEARTBEAT, changes: Partial<SluiceRecord> = {}): Promise<SignedRecord> {
    const made = await this.record(draft, { seq: this.head.seq + 1, prev: this.head.hash, ...changes });
    this.head = { seq: made.seq, hash: made.hash };
    return made;
  }

  async several(count: number, draft?: RecordDraft): Promise<SignedRecord[]> {
    const records: SignedRecord[] = [];
    for (let index = 0; index < count; index++) records.push(await this.next(draft));
    return records;
  }

  decision(facts: Partial<DecisionFacts> = {}): Promise<SignedRecord> {
    return this.next(buildDecision(sampleFacts(facts)));
  }

  /** A record that the chain does not remember. */
  async record(draft: RecordDraft, changes: object = {}): Promise<SignedRecord> {
    const ts = Date.now();
    const record = {
      v: 1,
      id: uuidV7(ts, new Uint8Array(randomBytes(10))),
      tenant: this.tenant,
      chain: this.chain,
      epoch: 1,
      seq: 1,
      prev: GENESIS,
      ts,
      skew_ms: 0,
      device: this.device,
      ...AGENT,
      ...draft,
      ...changes,
    };
    const { id, seq } = record as { id: string; seq: number };
    return { id, seq, ...(await this.seal(record)) };
  }

  /** Sign any value as if it were a record. */
  async seal(value: unknown): Promise<ShippedRecord & { hash: string }> {
    const canonical = toCanonical(value);
    if (!canonical.ok) throw new Error(canonical.code);
    return this.sealText(canonical.text);
  }

  async sealText(text: string): Promise<ShippedRecord & { hash: string }> {
    const bytes = new TextEncoder().encode(text);
    const sig = await sign(this.key.privateKey, bytes);
    return { record: text, alg: 'Ed25519', kid: this.key.kid, sig, hash: await sha256Hex(bytes) };
  }
}

/** One line of a batch. */
export function line({ record, alg, kid, sig }: ShippedRecord): string {
  return JSON.stringify({ record, alg, kid, sig });
}

export function batch(records: (ShippedRecord | string)[]): string {
  return records.map((record) => `${typeof record === 'string' ? record : line(record)}\n`).join('');
}
