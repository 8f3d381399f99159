/**
 * What the endpoint erased of the chains of a pack. Records are gone by ranges: the record behind a range names the hash of
 * its last one, their places in the log stay, and an act in the log names each batch by the hash of its line.
 */
import { sha256Hex } from '../policy/compile.ts';
import type { Excuse } from '../records/chain.ts';
import { ERASED_FILE, type ErasedRun, erasedBatch, type LogFile, type ManifestBody } from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { type Files, jsonLines, textOf } from './pack-files.ts';

export interface Erased {
  /** By chain, in their order. */
  runs: ReadonlyMap<string, readonly ErasedRun[]>;
  /** SHA-256 of each line, and where it stands. */
  lines: readonly { hash: string; where: string }[];
}

/** Read what was erased. Ranges that overlap are a fault. */
export async function readErased(files: Files, report: EvidenceReport): Promise<Erased> {
  const runs = new Map<string, ErasedRun[]>();
  const lines: { hash: string; where: string }[] = [];
  if (!files.has(ERASED_FILE)) return { runs, lines };
  const texts = textOf(files, ERASED_FILE)?.split('\n') ?? [];
  for (const { value, number } of jsonLines(files, ERASED_FILE, report)) {
    const where = `${ERASED_FILE}:${number}`;
    const parsed = erasedBatch.safeParse(value);
    if (!parsed.success) {
      addFault(report, 'line_malformed', where, 'this is no batch of erased records');
      continue;
    }
    lines.push({ hash: await sha256Hex(new TextEncoder().encode(texts[number - 1])), where });
    for (const run of parsed.data.runs) {
      const known = runs.get(run.chain) ?? [];
      if (run.last < run.first || known.some(({ first, last }) => run.first <= last && first <= run.last)) {
        addFault(report, 'line_malformed', where, `records ${run.first} to ${run.last} are erased twice, or none`);
        continue;
      }
      runs.set(run.chain, [...known, run]);
    }
  }
  for (const chain of runs.values()) chain.sort((a, b) => a.first - b.first);
  return { runs, lines };
}

/** What excuses holes of one chain: records that were refused, by number, and ranges that were erased. */
export function excuseOf(refused: ReadonlyMap<number, string>, erased: readonly ErasedRun[]): Excuse {
  return (first, last, prev) => {
    const found = { refused: [] as number[], erased: 0 };
    let hash = '';
    for (let seq = first; seq <= last; ) {
      const own = refused.get(seq);
      if (own !== undefined) {
        found.refused.push(seq);
        hash = own;
        seq += 1;
        continue;
      }
      const run = erased.find((each) => each.first === seq);
      if (run === undefined || run.last > last) return null;
      found.erased += run.last - run.first + 1;
      hash = run.head;
      seq = run.last + 1;
    }
    return hash === prev ? found : null;
  };
}

/** Whether the log has a place for everything that was erased, hides nothing else, and has an act for each batch. */
export function checkErased(
  { runs, lines }: Erased,
  { erased = [], nodes }: LogFile,
  acts: ReadonlySet<string>,
  { scope }: ManifestBody,
  report: EvidenceReport,
): void {
  const missing = (where: string, message: string) => addFault(report, 'erasure_unproven', where, message);
  const placed = new Map<string, { first: number; count: number }[]>();
  for (const { chain, seq, count } of erased) {
    placed.set(chain, [...(placed.get(chain) ?? []), { first: seq, count }]);
  }
  for (const [chain, own] of runs) {
    const logged = merged(placed.get(chain) ?? []);
    const told = merged(own.map(({ first, last }) => ({ first, count: last - first + 1 })));
    if (!isSame(logged, told)) missing(ERASED_FILE, `the log has other places for what was erased of chain ${chain}`);
    report.checked.erased += told.reduce((sum, { count }) => sum + count, 0);
  }
  for (const chain of placed.keys()) {
    if (!runs.has(chain)) missing(ERASED_FILE, `nothing was erased of chain ${chain}, and the log says so`);
  }
  if (scope !== 'all') return;
  const hidden = merged(nodes.map(([level, index]) => ({ first: index * 2 ** level, count: 2 ** level })));
  if (!isSame(hidden, merged(erased))) {
    addFault(report, 'log_hidden_entries', 'log.json', 'a pack of everything hides entries of the log');
  }
  for (const { hash, where } of lines) {
    if (!acts.has(`records_erased ${hash}`)) missing(where, 'no act in the log says that this was erased');
  }
}

interface Range {
  first: number;
  count: number;
}

/** Ranges that touch become one; ranges that overlap stay apart, and so are no ranges that are told correctly. */
function merged(ranges: readonly Range[]): Range[] {
  const made: Range[] = [];
  for (const { first, count } of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = made.at(-1);
    if (before !== undefined && before.first + before.count === first) before.count += count;
    else made.push({ first, count });
  }
  return made;
}

function isSame(left: readonly Range[], right: readonly Range[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ first, count }, at) => right[at]!.first === first && right[at]!.count === count)
  );
}
