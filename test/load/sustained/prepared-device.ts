/** A device whose batches are signed before they are needed: what a browser does is no load of the endpoint. */
import { createHash, generateKeyPairSync, hash, type KeyObject, randomUUID, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { buildEffect } from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import type { RecordDraft } from '../../../lib/records/record.ts';
import { GENESIS } from '../../../lib/records/record-fields.ts';
import { uuidV7 } from '../../../lib/records/uuid-v7.ts';
import type { EnrolRequest } from '../../../lib/sync/api.ts';
import { AGENT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';

export interface PreparedBatch {
  /** gzip. */
  body: Uint8Array<ArrayBuffer>;
  records: number;
  /** Of its last record. */
  seq: number;
}

type Fields = Record<string, unknown>;

export class PreparedDevice {
  readonly device = randomUUID();
  readonly chain = randomUUID();
  readonly batches: PreparedBatch[] = [];
  /** The end of the chain. */
  head = GENESIS;
  seq = 0;
  token = '';
  readonly #key: KeyObject;
  readonly #publicKey: string;
  readonly #kid: string;
  readonly #tenant: string;

  constructor(tenant: string) {
    this.#tenant = tenant;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#key = privateKey;
    this.#publicKey = publicKey.export({ format: 'jwk' }).x!;
    this.#kid = createHash('sha256').update(Buffer.from(this.#publicKey, 'base64url')).digest('hex').slice(0, 32);
  }

  enrolRequest(token: string): EnrolRequest {
    const { app, browser, os } = AGENT;
    const { device } = this;
    return { tenant: this.#tenant, token, device, publicKey: this.#publicKey, kid: this.#kid, app, browser, os };
  }

  /** Sign a batch: decisions, each with its effect. */
  prepare(records: number): void {
    const lines: string[] = [];
    for (let decision = ''; lines.length < records; ) {
      const isDecision = lines.length % 2 === 0;
      const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      lines.push(this.#line(isDecision ? { ...DECISION, id } : { ...EFFECT, id, decision }));
      if (isDecision) decision = id;
    }
    const body = new Uint8Array(gzipSync(`${lines.join('\n')}\n`, { level: 1 }));
    this.batches.push({ body, records, seq: this.seq });
  }

  #line(fields: Fields): string {
    this.seq += 1;
    const { chain, device, seq, head: prev } = this;
    // The keys of a template are in order, and these are among them: what is written is canonical.
    const record = JSON.stringify({ ...fields, tenant: this.#tenant, chain, device, seq, prev, ts: Date.now() });
    this.head = hash('sha256', record);
    const sig = sign(null, Buffer.from(record), this.#key).toString('base64url');
    return JSON.stringify({ record, alg: 'Ed25519', kid: this.#kid, sig });
  }
}

/** A record with every key that it will have, in order. */
function template(draft: RecordDraft): Fields {
  const own = { v: 1, epoch: 1, skew_ms: 0, id: '', tenant: '', chain: '', device: '', seq: 0, prev: '', ts: 0 };
  return sorted({ ...own, ...AGENT, ...draft }) as Fields;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

const DECISION = template(buildDecision(sampleFacts()));
const EFFECT = template(
  buildEffect({
    decisionId: '01890000-0000-7000-8000-000000000000',
    state: 'as_decided',
    observedBy: 'fetch',
    agreement: 'agree',
  }),
);
