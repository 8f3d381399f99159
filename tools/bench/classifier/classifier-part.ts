/** The classifier against its peers: the same texts, the same run, each in a thread with a time limit. */
import type { BenchOptions, PartResult } from '../part.ts';
import { ENGINES, type Engine } from './engines.ts';
import { inputs } from './inputs.ts';
import { installPeers, peerVersion } from './install-peers.ts';
import { type Limits, type Measurement, measure } from './measure.ts';
import { classifierTables, comparison } from './present.ts';
import { TimedEngine } from './timed-engine.ts';

const FULL: Limits = { callMs: 20_000, peerMs: 30_000 };
const QUICK: Limits = { callMs: 2_000, peerMs: 3_000 };

export async function classifierPart({ quick, progress }: BenchOptions): Promise<PartResult> {
  const leftOut: string[] = [];
  const installed = installPeers();
  if (!installed.ok) leftOut.push(`all peers: ${installed.message}`);
  const peersFolder = installed.ok ? installed.folder : '';
  const chosen = ENGINES.filter((engine) => engine.package === null || installed.ok);
  const engines = chosen.map((engine) => ({
    name: engine.name,
    timed: new TimedEngine({ engine: engine.name, peersFolder }),
  }));
  const limits = quick ? QUICK : FULL;
  try {
    const all = inputs(quick);
    const measurements = await measure(engines, all, limits, progress);
    const rows = comparison(all, measurements);
    leftOut.push(...failures(measurements));
    const about = chosen.map(describe);
    return {
      tables: classifierTables(rows, about, limits),
      figures: { limits, engines: about, inputs: rows },
      leftOut,
    };
  } finally {
    for (const { timed } of engines) await timed.close();
  }
}

/** An engine that does not load fails on every text, for one reason. */
function failures(measurements: readonly Measurement[]): string[] {
  const told = measurements.flatMap(({ engine, cell }) =>
    cell.kind === 'failed' ? [`${engine}: ${cell.message.split('\n')[0]}`] : [],
  );
  return [...new Set(told)];
}

export interface EngineFacts {
  name: string;
  version: string | null;
  scope: string;
}

function describe({ name, package: peer, scope }: Engine): EngineFacts {
  return { name, version: peer === null ? null : peerVersion(peer), scope };
}
