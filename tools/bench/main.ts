/**
 * `npm run bench`: the classifier against its peers in time and accuracy, what the extension costs a page, and how fast the endpoint takes
 * records. Everything is compared within one run on one machine: ratios are the result, times the circumstance.
 * Prints tables and writes `.output/bench.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { describeMachine } from './machine.ts';
import type { Part, PartResult } from './part.ts';
import { formatTable } from './table.ts';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));

/** Loaded when they run: a part must not need what only another one does. */
const PARTS: Record<string, () => Promise<Part>> = {
  classifier: async () => (await import('./classifier/classifier-part.ts')).classifierPart,
  accuracy: async () => (await import('./accuracy/accuracy-part.ts')).accuracyPart,
  gate: async () => (await import('./gate/gate-part.ts')).gatePart,
  page: async () => (await import('./page/page-part.ts')).pagePart,
  ingest: async () => (await import('./ingest/ingest-part.ts')).ingestPart,
};

const { only, quick, misses, rows, keep, fillOnly } = new Command('bench')
  .description('measures Sluice against its peers and against its own absence')
  .addOption(new Option('--only <part>', 'run one part').choices(Object.keys(PARTS)))
  .option('--quick', 'fewer inputs and repetitions: rougher figures in less than a minute', false)
  .option('--rows <counts>', 'ingest: also what things cost beside so many records (1e6,1e7)', readCounts, [])
  .option('--keep <folder>', 'ingest: where filled databases stay, to be used again with the same --rows')
  .option('--fill-only', 'ingest: only fill what is kept', false)
  .option('--misses', 'lists what the classifier misses, and finds for nothing, in the development texts', false)
  .parse()
  .opts<{ only?: string; quick: boolean; misses: boolean; rows: number[]; keep?: string; fillOnly: boolean }>();

const machine = describeMachine();
console.log(
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}, ` +
    `load ${machine.loadBefore}${quick ? ', quick run' : ''}\n`,
);

const parts: Record<string, Omit<PartResult, 'tables'> | { failed: string }> = {};
for (const [name, load] of Object.entries(PARTS)) {
  if (only !== undefined && only !== name) continue;
  const start = performance.now();
  try {
    const run = await load();
    const { tables, ...result } = await run({
      quick,
      misses,
      rows,
      keep: keep === undefined ? null : resolve(keep),
      fillOnly,
      progress,
    });
    progress('');
    for (const table of tables) console.log(formatTable(table));
    for (const reason of result.leftOut) console.log(`${name}: left out: ${reason}`);
    parts[name] = result;
  } catch (error) {
    progress('');
    console.error(`${name}: FAILED: ${error instanceof Error ? error.stack : error}`);
    parts[name] = { failed: String(error) };
    process.exitCode = 1;
  }
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

mkdirSync(OUTPUT, { recursive: true });
writeFileSync(join(OUTPUT, 'bench.json'), `${JSON.stringify({ version: 1, quick, machine, parts }, null, 2)}\n`);
console.log('figures: .output/bench.json');

/** One line that is written over; only where a person watches. */
function progress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${message}`);
}

function readCounts(text: string): number[] {
  const counts = text.split(',').map(Number);
  if (!counts.every((count) => Number.isSafeInteger(count) && count > 0)) throw new InvalidArgumentError('not counts');
  return counts.sort((a, b) => a - b);
}
