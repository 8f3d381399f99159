/** How fast the endpoint takes verified records, beside what the same database takes when nothing is asked of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningPostgres, startPostgres } from '../../postgres/start.ts';
import type { BenchOptions, PartResult } from '../part.ts';
import { formatCount, formatMs, type Table } from '../table.ts';
import { makeSenders, type Sender } from './batches.ts';
import { type Filled, openFilled } from './filled-cluster.ts';
import { type DeviceFigures, measureDevice } from './measure-device.ts';
import { type IngestFigures, measureIngest } from './measure-ingest.ts';
import { measureNodes, type NodesFigures, nodesTable } from './measure-nodes.ts';
import { measureScale, type ScaleFigures } from './scale.ts';
import { filledTable, scaleTable } from './scale-tables.ts';

const TENANT = 'bench';

interface IngestSize {
  /** Devices that send at the same time. */
  devices: number;
  /** Batches of each device that count. */
  rounds: number;
  /** Batches of each device before those. */
  warmUp: number;
  /** Batches of each device when processes are compared. */
  batches: number;
}

const FULL: IngestSize = { devices: 4, rounds: 11, warmUp: 5, batches: 61 };
const QUICK: IngestSize = { devices: 2, rounds: 5, warmUp: 5, batches: 16 };

export async function ingestPart({ quick, rows, keep, fillOnly, progress }: BenchOptions): Promise<PartResult> {
  if (fillOnly) return fillKept(rows, keep, progress);
  const size = quick ? QUICK : FULL;
  const leftOut: string[] = [];
  progress('ingest: signing');
  const senders = await makeSenders(TENANT, size.devices, size.warmUp + size.rounds);
  progress('ingest: PGlite');
  const figures = [await onPglite(senders, size.warmUp)];
  const postgres = await startPostgres().catch((error: Error) => {
    leftOut.push(`PostgreSQL: ${error.message}`);
    return null;
  });
  let nodes: NodesFigures[] = [];
  if (postgres !== null) {
    try {
      progress('ingest: PostgreSQL');
      figures.push(await onPostgres(postgres, senders, size.warmUp));
      progress('ingest: processes');
      nodes = await measureNodes(postgres, size.batches);
    } finally {
      await postgres.remove();
    }
  }
  progress('ingest: devices');
  const device = await measureDevice(TENANT);
  const tables = [table(figures, size), cpuTable(figures, device)];
  if (nodes.length > 0) tables.push(nodesTable(nodes));
  const scale = postgres === null ? [] : await onManyRows(rows, keep, progress);
  if (scale.length > 0) tables.push(scaleTable(scale));
  return { tables, figures: { ...size, databases: figures, nodes, device, scale }, leftOut };
}

async function fillKept(sizes: readonly number[], keep: string | null, progress: BenchOptions['progress']) {
  if (keep === null) throw new Error('what is only filled has to be kept somewhere');
  const filled: Filled[] = [];
  for (const rows of sizes) {
    const { postgres, ...figures } = await openFilled(rows, keep, progress);
    filled.push(figures);
    await postgres.remove();
  }
  return { tables: [filledTable(filled)], figures: { filled }, leftOut: [] };
}

async function onManyRows(
  sizes: readonly number[],
  keep: string | null,
  progress: BenchOptions['progress'],
): Promise<ScaleFigures[]> {
  const found: ScaleFigures[] = [];
  for (const rows of sizes) {
    const senders = await makeSenders('other', 1, 22);
    const cluster = await openFilled(rows, keep, progress);
    try {
      found.push(await measureScale(cluster, senders, progress));
    } finally {
      await cluster.postgres.remove();
    }
  }
  return found;
}

async function onPglite(senders: Sender[], warmUp: number): Promise<IngestFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
  const target = (name: string) => ({ kind: 'pglite' as const, folder: join(folder, name) });
  try {
    return await measureIngest(
      'PGlite',
      { endpoint: target('endpoint'), bare: target('limit'), unverified: target('plain') },
      senders,
      warmUp,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(postgres: RunningPostgres, senders: Sender[], warmUp: number): Promise<IngestFigures> {
  const target = async (name: string) => ({ kind: 'postgres' as const, url: await postgres.createDatabase(name) });
  return measureIngest(
    'PostgreSQL',
    { endpoint: await target('endpoint'), bare: await target('limit'), unverified: await target('plain') },
    senders,
    warmUp,
  );
}

/** What no machine can exceed: a second of all its cores over the processor time of a record. */
function cpuTable(figures: IngestFigures[], device: DeviceFigures): Table {
  const cores = availableParallelism();
  const us = (value: number | null) => (value === null ? '-' : `${Math.round(value)} µs`);
  const most = (value: number | null) => (value === null ? '-' : formatCount((cores * 1e6) / value));
  return {
    title: 'Ingest: processor time a record, database and sender included, and the most that leaves room for',
    head: [
      'database',
      'verified',
      'unverified',
      'bare',
      'verify only',
      `most verified/s on ${cores} cores`,
      'share of bare',
    ],
    rows: figures.map(({ database, cpuUs }) => [
      database,
      ...[cpuUs.ingest, cpuUs.unverified, cpuUs.bare, cpuUs.verify].map(us),
      most(cpuUs.ingest),
      cpuUs.ingest === null || cpuUs.bare === null ? '-' : `${Math.round((cpuUs.bare / cpuUs.ingest) * 100)} %`,
    ]),
    notes: [
      `One Ed25519 verification takes ${us(device.verifyUs)} (by OpenSSL ${us(device.opensslUs)}): ${most(device.verifyUs)} a second are the most that ${cores} cores verify`,
      'when they do nothing else.',
      `A device spends ${us(device.recordUs)} on a record: fields, canonical form, SHA-256, Ed25519 signature, gzip (its own store apart).`,
    ],
  };
}

function table(figures: IngestFigures[], { devices }: IngestSize): Table {
  return {
    title: 'Ingest: verified records a second beside a bare INSERT of the same bytes',
    head: [
      'database',
      'share of bare',
      'verified/s',
      'unverified/s',
      'bare/s',
      'verify only/s',
      'batch p50',
      'batch p99',
      'records',
    ],
    rows: figures.map(({ database, share, ingest, unverified, bare, verify, batchMs, records }) => [
      database,
      `${Math.round(share * 100)} %`,
      ...[ingest, unverified, bare, verify].map(formatCount),
      ...[batchMs.p50, batchMs.p99].map(formatMs),
      formatCount(records),
    ]),
    notes: [
      `${devices} devices send gzip batches of 500 over HTTP at once; sender and endpoint share one process.`,
      'Verified: signature, schema, chain, decisions and incidents derived, one commit, signed receipt.',
      'Unverified: the same requests parsed into a table with a key; nothing checked, derived or signed.',
      'Bare: the same lines, the same batches at the same time, one column, no key; each commit is forced to disk (PostgreSQL).',
      'Verify only: what the endpoint does with a line before it asks the database (canonical form, schema, signature), in its threads.',
    ],
  };
}
