/** Rounds on one database: the same batches into the endpoint, into a bare table, and through verification alone. */
import { checkLines } from '../../../server/ingest/check-line.ts';
import type { StoreTarget } from '../../../server/store/open.ts';
import { median, percentile, ratio } from '../statistics.ts';
import { openBareInsert } from './bare-insert.ts';
import type { Batch, Sender } from './batches.ts';
import { openCpuMeter } from './cpu.ts';
import { startMeasuredEndpoint } from './measured-endpoint.ts';
import { startUnverified } from './unverified.ts';

export interface IngestFigures {
  database: string;
  records: number;
  bytesPerRecord: number;
  /** Records a second: sent over HTTP, verified, chained, projected, committed, receipt signed. Median of the rounds. */
  ingest: number;
  /** Records a second of the bare INSERT. */
  bare: number;
  /** Records a second when they are only checked as the endpoint checks them: canonical form, schema, signature. */
  verify: number;
  /** Records a second of the same requests into a table with a key, unchecked. */
  unverified: number;
  /** `ingest` over `bare`, round by round: what else the machine does hits both. The median of the rounds. */
  share: number;
  /** Processor time a record, microseconds; of this process and, where it is one of its own, of the database. */
  cpuUs: Record<Arm, number | null>;
  /** Time until a batch is answered. */
  batchMs: { p50: number; p99: number; count: number };
}

/**
 * @param targets A database for the endpoint and one for the bare table, of the same kind, both empty.
 * @param senders They send at the same time.
 * @param warmUp So many batches of each come first and do not count.
 */
export async function measureIngest(
  database: string,
  targets: { endpoint: StoreTarget; bare: StoreTarget; unverified: StoreTarget },
  senders: readonly Sender[],
  warmUp: number,
): Promise<IngestFigures> {
  const endpoint = await startMeasuredEndpoint(senders[0]!.device.tenant, targets.endpoint);
  try {
    const bare = await openBareInsert(targets.bare);
    try {
      const unverified = await startUnverified(targets.unverified);
      const cpu = await openCpuMeter(targets.bare.kind === 'postgres' ? targets.bare.url : null);
      const sends = await Promise.all(senders.map((sender) => endpoint.enrol(sender)));
      const arms: Record<Arm, Work> = {
        ingest: (batch, index) => sends[index]!(batch),
        unverified: (batch) => unverified.send(batch),
        bare: ({ lines }) => bare.insert(lines),
        verify: ({ lines }, index) => verifyLines(senders[index]!, lines),
      };
      const rounds = await runRounds(senders, arms, cpu, warmUp);
      await unverified.close();
      return summarise(database, senders, rounds, warmUp);
    } finally {
      await bare.close();
    }
  } finally {
    await endpoint.close();
  }
}

const ARMS = ['ingest', 'unverified', 'bare', 'verify'] as const;
type Arm = (typeof ARMS)[number];
type Work = (batch: Batch, sender: number) => Promise<void>;
/** One entry a round: records a second of all devices together, the time of each batch, processor time a record. */
type Rounds = Record<Arm, { rate: number; batchMs: number[]; cpuUs: number | null }[]>;

/** The arms take turns, so that whatever else the machine does hits all of them alike. */
async function runRounds(
  senders: readonly Sender[],
  arms: Record<Arm, Work>,
  cpu: () => number | null,
  warmUp: number,
): Promise<Rounds> {
  const found: Rounds = { ingest: [], unverified: [], bare: [], verify: [] };
  for (const round of senders[0]!.batches.keys()) {
    for (const arm of ARMS) {
      const timed = await timeRound(senders, round, arms[arm], cpu);
      // The first rounds fill caches and let the compiler see the code: an endpoint runs for weeks, not for a second.
      if (round >= warmUp) found[arm].push(timed);
    }
  }
  return found;
}

function summarise(database: string, senders: readonly Sender[], rounds: Rounds, warmUp: number): IngestFigures {
  const lines = senders.flatMap(({ batches }) => batches.slice(warmUp).flatMap((batch) => batch.lines));
  const rate = (arm: Arm) => median(rounds[arm].map((round) => round.rate));
  const cpuUs = (arm: Arm) => {
    const told = rounds[arm].map((round) => round.cpuUs).filter((each) => each !== null);
    return told.length === 0 ? null : told.reduce((sum, each) => sum + each, 0) / told.length;
  };
  const batchMs = rounds.ingest.flatMap((round) => round.batchMs);
  return {
    database,
    records: lines.length,
    bytesPerRecord: Math.round(Buffer.byteLength(lines.join('')) / lines.length),
    ingest: rate('ingest'),
    bare: rate('bare'),
    verify: rate('verify'),
    unverified: rate('unverified'),
    cpuUs: { ingest: cpuUs('ingest'), unverified: cpuUs('unverified'), bare: cpuUs('bare'), verify: cpuUs('verify') },
    share: median(rounds.ingest.map((round, index) => ratio(round.rate, rounds.bare[index]!.rate)!)),
    batchMs: { p50: median(batchMs), p99: percentile(batchMs, 0.99), count: batchMs.length },
  };
}

/** Every device's batch of a round at the same time; the rate is that of all together. */
async function timeRound(
  senders: readonly Sender[],
  round: number,
  work: Work,
  cpu: () => number | null,
): Promise<Rounds[Arm][number]> {
  const batches = senders.map((sender) => sender.batches[round]!);
  const cpuBefore = cpu();
  const start = performance.now();
  const batchMs = await Promise.all(
    batches.map(async (batch, index) => {
      await work(batch, index);
      return performance.now() - start;
    }),
  );
  const records = batches.reduce((sum, { lines }) => sum + lines.length, 0);
  const rate = records / ((performance.now() - start) / 1000);
  const cpuAfter = cpu();
  const cpuUs = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / records;
  return { rate, batchMs, cpuUs };
}

async function verifyLines({ device: sender }: Sender, lines: readonly string[]): Promise<void> {
  const { tenant, device, key } = sender;
  const known = { tenant, device, kid: key.kid, public_key: key.publicKey, ...OTHERWISE };
  const { bad } = await checkLines(
    lines.map((line) => Buffer.from(line)),
    known,
  );
  if (bad.length > 0) throw new Error(bad[0]!.code);
}

/** Of a device, nothing that its records are checked by. */
const OTHERWISE = { token_hash: '', app_version: '', browser: '', os: '' };
