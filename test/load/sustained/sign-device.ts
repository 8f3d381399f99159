/** A device and its batches, signed before they are needed: what a browser does is no load of the endpoint. */
import { createHash, generateKeyPairSync, hash, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { buildEffect } from '../../../lib/records/build.ts';
import { buildDecision } from '../../../lib/records/build-decision.ts';
import type { RecordDraft } from '../../../lib/records/record.ts';
import { GENESIS } from '../../../lib/records/record-fields.ts';
import { uuidV7 } from '../../../lib/records/uuid-v7.ts';
import { AGENT } from '../../fakes/fake-device.ts';
import { sampleFacts } from '../../fakes/sample-facts.ts';
import type { PreparedBatch, PreparedParts } from './prepared-device.ts';

type Fields = Record<string, unknown>;
type Sign = (message: Buffer) => Buffer;

/** Batches of decisions, each with its effect; all of one chain. */
export function signDevice(tenant: string, batches: number, records: number): PreparedParts {
  const { publicKey: key, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = key.export({ format: 'jwk' }).x!;
  const kid = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 32);
  const [device, chain, signed] = [randomUUID(), randomUUID(), signerOf(privateKey)];
  let [head, seq] = [GENESIS, 0];
  const line = (fields: Fields) => {
    seq += 1;
    // The keys of a template are in order, and these are among them: what is written is canonical.
    const record = JSON.stringify({ ...fields, tenant, chain, device, seq, prev: head, ts: Date.now() });
    head = hash('sha256', record);
    return JSON.stringify({ record, alg: 'Ed25519', kid, sig: signed(Buffer.from(record)).toString('base64url') });
  };
  const batch = (): PreparedBatch => {
    const lines: string[] = [];
    for (let decision = ''; lines.length < records; ) {
      const isDecision = lines.length % 2 === 0;
      const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      lines.push(line(isDecision ? { ...DECISION, id } : { ...EFFECT, id, decision }));
      if (isDecision) decision = id;
    }
    return { body: new Uint8Array(gzipSync(`${lines.join('\n')}\n`, { level: 1 })), records, seq };
  };
  const made = Array.from({ length: batches }, batch);
  return { tenant, device, chain, publicKey, kid, batches: made, head, seq };
}

/** By libsodium where it loads, in a third of the time. */
function signerOf(key: KeyObject): Sign {
  const { d, x } = key.export({ format: 'jwk' });
  const secret = Buffer.concat([Buffer.from(d!, 'base64url'), Buffer.from(x!, 'base64url')]);
  try {
    const sodium = createRequire(import.meta.url)('sodium-native');
    return (message) => {
      const signature = Buffer.alloc(64);
      sodium.crypto_sign_detached(signature, message, secret);
      return signature;
    };
  } catch {
    return (message) => sign(null, message, key);
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
