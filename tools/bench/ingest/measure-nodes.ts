/** Ingest by one process and by two on one PostgreSQL, verified and not: each device sends its next batch when it has an answer. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EndpointProcess } from '../../../test/fakes/endpoint-process.ts';
import { enrol, sendWhole } from '../../../test/load/sustained/device-requests.ts';
import { prepareDevices } from '../../../test/load/sustained/prepare-devices.ts';
import type { PreparedDevice } from '../../../test/load/sustained/prepared-device.ts';
import type { RunningPostgres } from '../../postgres/start.ts';
import { percentile, type Spread, spread } from '../statistics.ts';
import { formatCount, formatMs, type Table } from '../table.ts';
import { sendUnverified } from './unverified.ts';

const TENANT = 'bench';
const ENROLMENT_TOKEN = 'for the benchmark only';
const DEVICES = 4;
const RECORDS = 100;
const UNVERIFIED = fileURLToPath(new URL('./unverified-process.ts', import.meta.url));

export interface NodesFigures {
  nodes: number;
  isVerified: boolean;
  /** Records a second. */
  rate: number;
  /** Until a batch is answered, milliseconds. */
  batchMs: Spread & { p99: number };
}

interface Nodes {
  urls: string[];
  close(): Promise<void>;
}

/** @param batches Of each device, the first of them to warm up. */
export async function measureNodes(postgres: RunningPostgres, batches: number): Promise<NodesFigures[]> {
  const devices = await prepareDevices({ tenant: TENANT, devices: DEVICES, batches, records: RECORDS });
  const found: NodesFigures[] = [];
  for (const isVerified of [true, false]) {
    for (const nodes of [1, 2]) {
      const url = await postgres.createDatabase(`nodes-${nodes}-${isVerified ? 'verified' : 'unverified'}`);
      const running = await (isVerified ? startEndpoints(url, nodes) : startPlain(url, nodes));
      try {
        if (isVerified) {
          for (const device of devices)
            device.token = await enrol(running.urls[0]!, device.enrolRequest(ENROLMENT_TOKEN));
        }
        found.push({ nodes, isVerified, ...(await offer(running.urls, devices, isVerified)) });
      } finally {
        await running.close();
      }
    }
  }
  return found;
}

async function startEndpoints(url: string, count: number): Promise<Nodes> {
  const endpoints: EndpointProcess[] = [];
  const close = async () => void (await Promise.all(endpoints.map((endpoint) => endpoint.kill())));
  try {
    const env = { DATABASE_URL: url, TENANT, ENROLMENT_TOKEN, LOG_LEVEL: 'warn' };
    while (endpoints.length < count) endpoints.push(await EndpointProcess.start(env));
    return { urls: endpoints.map((endpoint) => endpoint.url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startPlain(url: string, count: number): Promise<Nodes> {
  const urls: string[] = [];
  const processes: ReturnType<typeof fork>[] = [];
  while (urls.length < count) {
    const child = fork(UNVERIFIED, [url]);
    processes.push(child);
    urls.push(
      await new Promise<string>((resolve, reject) => {
        child.once('message', (told) => resolve(String(told)));
        child.once('exit', () => reject(new Error('plain ingest did not start')));
      }),
    );
  }
  const close = async () => {
    const ends = processes.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of processes) child.disconnect();
    await Promise.all(ends);
  };
  return { urls, close };
}

async function offer(urls: readonly string[], devices: readonly PreparedDevice[], isVerified: boolean) {
  const send = (url: string, { token }: PreparedDevice, body: Uint8Array<ArrayBuffer>) =>
    isVerified ? sendWhole(url, token, body, RECORDS) : sendUnverified(url, body, RECORDS);
  const each = (work: (device: PreparedDevice, url: string) => Promise<void>) =>
    Promise.all(devices.map((device, index) => work(device, urls[index % urls.length]!)));
  await each((device, url) => send(url, device, device.parts.batches[0]!.body));
  const batchMs: number[] = [];
  const began = performance.now();
  await each(async (device, url) => {
    for (const { body } of device.parts.batches.slice(1)) {
      const start = performance.now();
      await send(url, device, body);
      batchMs.push(performance.now() - start);
    }
  });
  return {
    rate: (batchMs.length * RECORDS * 1000) / (performance.now() - began),
    batchMs: { ...spread(batchMs), p99: percentile(batchMs, 0.99) },
  };
}

export function nodesTable(figures: readonly NodesFigures[]): Table {
  return {
    title: 'Ingest by one process and by two on one PostgreSQL',
    head: ['processes', 'records', 'records/s', 'batch p50', 'batch p95', 'batch p99', 'batches'],
    rows: figures.map(({ nodes, isVerified, rate, batchMs: { p50, p95, p99, count } }) => [
      `${nodes}`,
      isVerified ? 'verified' : 'unverified',
      formatCount(rate),
      ...[p50, p95, p99].map(formatMs),
      formatCount(count),
    ]),
    notes: [
      `${DEVICES} devices, gzip batches of ${RECORDS} over HTTP; the sender is a process of its own, on the same machine.`,
    ],
  };
}
