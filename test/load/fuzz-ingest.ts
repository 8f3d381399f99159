/**
 * `node test/load/fuzz-ingest.ts --batches 100000`: sends the endpoint mutated batches with good records among them, and
 * looks whether it lives, answers only what its document says, and holds every good record in the end.
 */
import { parseArgs } from 'node:util';
import { type OpenedStore, openStore } from '../../server/store/open.ts';
import { startPostgres } from '../../tools/postgres/start.ts';
import { batch, line, type SignedRecord } from '../integration/server/signed-device.ts';
import { TestEndpoint } from '../integration/server/test-endpoint.ts';
import { createRandom, mutate, type Sent } from './mutate-batch.ts';

/** The pace that the endpoint allows a device. */
const BATCHES_PER_SECOND = 5;
/** The good batch that they were made from is sent in the middle of so many. */
const MUTATED_PER_GOOD = 20;

export interface FuzzResult {
  batches: number;
  goodRecords: number;
  /** Good records that the store does not hold as they were signed. */
  lost: number;
  /** Requests that threw, or were answered as the server's own fault. */
  crashes: number;
  /** Answers with a status that the document does not name for this route. */
  undocumented: string[];
  statuses: Record<string, number>;
}

export interface FuzzOptions {
  batches: number;
  seed: number;
  /** Stop earlier, milliseconds since the epoch. */
  until?: number;
  tell?(batches: number): void;
}

export async function fuzzIngest(store: OpenedStore, options: FuzzOptions): Promise<FuzzResult> {
  const { batches, seed, until = Number.POSITIVE_INFINITY, tell } = options;
  const random = createRandom(seed);
  const endpoint = await TestEndpoint.create(store);
  const device = await endpoint.enrolled();
  const documented = await statusesOf(endpoint);
  const result: FuzzResult = { batches: 0, goodRecords: 0, lost: 0, crashes: 0, undocumented: [], statuses: {} };
  const good: SignedRecord[] = [];

  const send = async ({ body, encoding }: Sent, how: string): Promise<number> => {
    const headers: Record<string, string> = encoding === null ? {} : { 'content-encoding': encoding };
    const read = async () => {
      const answer = await endpoint.post(device, body, headers);
      await answer.text();
      return answer.status;
    };
    const status = await read().catch(() => 0);
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    if (status === 0 || status >= 500) result.crashes += 1;
    if (!documented.has(status)) result.undocumented.push(`${how}: ${status}`);
    return status;
  };

  while (result.batches < batches && Date.now() < until) {
    const fresh = random() < 0.5 ? [await device.decision()] : await device.several(3);
    const old = good.slice(-40).filter(() => random() < 0.1);
    const lines = [...old, ...fresh].map(line);
    const mutated = Array.from({ length: Math.min(MUTATED_PER_GOOD, batches - result.batches) }, () =>
      mutate(lines, random),
    );
    result.batches += mutated.length;
    endpoint.now += ((mutated.length + 1) / BATCHES_PER_SECOND) * 1000;
    // At the same moment, so that they also share whatever batches share.
    const half = mutated.splice(0, mutated.length / 2);
    const hostile = half.map((sent) => send(sent, sent.how));
    const honest = send({ body: new TextEncoder().encode(batch(fresh)), encoding: null }, 'good');
    await Promise.all([...hostile, ...mutated.map((sent) => send(sent, sent.how))]);
    const status = await honest;
    if (status === 200) good.push(...fresh);
    else result.lost += fresh.length;
    if (result.batches % 1_000 < MUTATED_PER_GOOD) tell?.(result.batches);
  }
  const stored = new Map((await endpoint.records()).map(({ hash, body }) => [hash, body]));
  result.goodRecords = good.length;
  result.lost += good.filter(({ hash, record }) => stored.get(hash) !== record).length;
  // Nothing but what the device signed is held.
  result.lost += stored.size - good.length;
  return result;
}

/** What the document says `POST /v1/records` may answer. */
async function statusesOf(endpoint: TestEndpoint): Promise<Set<number>> {
  const { paths } = await (await endpoint.request('GET', '/openapi.json')).json();
  return new Set(Object.keys(paths['/v1/records'].post.responses).map(Number));
}

/** Several at the same moment, each a tenant of its own on the same store, that share the batches. */
export async function fuzzInLanes(store: OpenedStore, lanes: number, options: FuzzOptions): Promise<FuzzResult> {
  const { batches, seed, tell } = options;
  const done = Array.from({ length: lanes }, () => 0);
  const results = await Promise.all(
    done.map((_, lane) =>
      fuzzIngest(store, {
        ...options,
        batches: Math.ceil(batches / lanes),
        seed: seed + lane,
        tell(sent) {
          done[lane] = sent;
          tell?.(done.reduce((sum, each) => sum + each, 0));
        },
      }),
    ),
  );
  const total: FuzzResult = { batches: 0, goodRecords: 0, lost: 0, crashes: 0, undocumented: [], statuses: {} };
  for (const result of results) {
    for (const name of ['batches', 'goodRecords', 'lost', 'crashes'] as const) total[name] += result[name];
    total.undocumented.push(...result.undocumented);
    for (const [status, times] of Object.entries(result.statuses)) {
      total.statuses[status] = (total.statuses[status] ?? 0) + times;
    }
  }
  return total;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      batches: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '600' },
      lanes: { type: 'string', default: '6' },
    },
  });
  const postgres = await startPostgres({ fsync: 'off' });
  const store = await openStore({ kind: 'postgres', url: postgres.url });
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const result = await fuzzInLanes(store, Number(values.lanes), {
    batches: Number(values.batches),
    seed: Number(values.seed),
    until: began + Number(values.minutes) * 60_000,
    tell: (batches) => process.stderr.write(`${batches} batches, ${seconds()} s\n`),
  });
  await store.close();
  await postgres.remove();
  const { lost, crashes, undocumented } = result;
  console.log(JSON.stringify({ ...result, undocumented: undocumented.slice(0, 20), seconds: seconds() }));
  if (lost + crashes + undocumented.length > 0 || result.batches < Number(values.batches)) process.exitCode = 1;
}
