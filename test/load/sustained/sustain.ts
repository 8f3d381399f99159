/** A load for a while on nodes of their own, and afterwards the question to the database what of it is there. */
import pg from 'pg';
import { percentile } from '../../../tools/bench/statistics.ts';
import { startPostgres } from '../../../tools/postgres/start.ts';
import { EndpointProcess } from '../../fakes/endpoint-process.ts';
import { enrol } from './device-requests.ts';
import { offerLoad } from './offer-load.ts';
import { prepareDevices } from './prepare-devices.ts';
import type { PreparedDevice } from './prepared-device.ts';

const TENANT = 'sustained';
const TOKEN = 'for the load only, nowhere else';

export interface SustainOptions {
  /** Seconds of load. */
  seconds: number;
  /** Records a second. */
  rate: number;
  /** Records of one batch. */
  batch: number;
  /** Endpoint processes on the one PostgreSQL. */
  nodes: number;
  tell?(what: string): void;
  /** After the comparison, with the database still there: what it says when it is made again. */
  afterwards?(database: pg.Client, compareAgain: () => Promise<Compared>): Promise<void>;
}

export interface Compared {
  inDatabase: number;
  /** Acknowledged, and not in the database as it was signed. */
  lost: number;
  /** More than once in the database. */
  doubled: number;
}

export interface Sustained extends Compared {
  offered: number;
  acknowledged: number;
  /** From the moment a batch was due to its answer. */
  p50Ms: number;
  p99Ms: number;
  busy: number;
  unanswered: number;
  seconds: number;
  recordsPerSecond: number;
  /** Everything was acknowledged within a second of the end of the load: nothing had piled up. */
  keptUp: boolean;
}

export async function sustain(options: SustainOptions): Promise<Sustained> {
  const { seconds, rate, batch, nodes, tell = () => {}, afterwards = async () => {} } = options;
  tell('signing');
  // Each device sends a batch a second.
  const wanted = { tenant: TENANT, devices: Math.ceil(rate / batch), batches: seconds, records: batch };
  const devices = await prepareDevices(wanted);
  const postgres = await startPostgres();
  const endpoints: EndpointProcess[] = [];
  const database = new pg.Client(postgres.url);
  try {
    const env = { DATABASE_URL: postgres.url, TENANT, ENROLMENT_TOKEN: TOKEN, LOG_LEVEL: 'warn' };
    while (endpoints.length < nodes) endpoints.push(await EndpointProcess.start(env));
    const urls = endpoints.map(({ url }) => url);
    for (const device of devices) device.token = await enrol(urls[0]!, device.enrolRequest(TOKEN));
    tell('sending');
    const { batchMs, ...load } = await offerLoad(urls, devices, 1_000);
    tell('comparing');
    await database.connect();
    const compared = await compare(database, devices);
    await afterwards(database, () => compare(database, devices));
    return {
      ...load,
      ...compared,
      seconds: Math.round(load.seconds * 10) / 10,
      recordsPerSecond: Math.round(load.acknowledged / load.seconds),
      keptUp: load.acknowledged === load.offered && load.seconds <= seconds + 1,
      p50Ms: Math.round(percentile(batchMs, 0.5)),
      p99Ms: Math.round(percentile(batchMs, 0.99)),
    };
  } finally {
    await database.end().catch(() => {});
    for (const endpoint of endpoints) await endpoint.kill();
    await postgres.remove();
  }
}

/**
 * A chain that has as many records as were sent, of which each names the hash of the one before and the last has the hash
 * that was sent last, is what was sent: two records with one hash there are none.
 */
async function compare(database: pg.Client, devices: readonly PreparedDevice[]): Promise<Compared> {
  const { rows } = await database.query<{ chain: string; there: string; places: string; loose: string; head: string }>(
    `select chain, sum(times) as there, count(distinct seq) as places,
       count(*) filter (where seq > 1 and before is distinct from prev) as loose, max(hash) filter (where seq = last) as head
     from (select chain, seq, hash, prev, times, lag(hash) over own as before, max(seq) over (partition by chain) as last
       from (select chain, seq, hash, prev, count(*) as times from records group by 1, 2, 3, 4) each_once
      window own as (partition by chain order by seq)) in_order group by chain`,
  );
  const chains = new Map(rows.map((row) => [row.chain, row]));
  let [inDatabase, lost, doubled] = [0, 0, 0];
  for (const { chain, seq, head } of devices.map(({ parts }) => parts)) {
    const row = chains.get(chain);
    inDatabase += Number(row?.there ?? 0);
    doubled += Number(row?.there ?? 0) - Number(row?.places ?? 0);
    const isWhole = row !== undefined && Number(row.places) === seq && row.loose === '0' && row.head === head;
    if (!isWhole) lost += Math.max(1, seq - Number(row?.places ?? 0));
  }
  return { inDatabase, lost, doubled };
}
