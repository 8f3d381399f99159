/** The part of the log that a pack of evidence shows, and what is needed to compute the root of the rest. */

import type { Selectable } from 'kysely';
import type { LogFile } from '../../lib/integrity/evidence-format.ts';
import { hiddenNodes } from '../../lib/integrity/log/partial-tree.ts';
import { toBase64 } from '../../lib/policy/base64.ts';
import type { Database, Db } from '../store/schema.ts';
import { actEntry } from './act-entry.ts';
import { newestCheckpoint } from './prove.ts';
import { Tiles } from './tiles.ts';

/**
 * @param chain Show the records of this chain alone; null: those of all chains, and the acts.
 * @param since No hidden subtree reaches over this many entries, so that their root can be computed too.
 */
export async function showLog(
  trx: Db,
  tenant: string,
  chain: string | null,
  since = 0,
): Promise<{ note: string; places: LogFile; acts: string[] } | null> {
  const checkpoint = await newestCheckpoint(trx, tenant);
  if (checkpoint === null) return null;
  const runs = await trx
    .selectFrom('log_runs')
    .select(['first', 'count', 'chain', 'seq'])
    .where('tenant', '=', tenant)
    .where('first', '<', checkpoint.size)
    .$if(chain !== null, (query) => query.where('chain', '=', chain))
    .orderBy('first')
    .execute();
  const { held, erased } = await withoutErased(trx, tenant, chain, runs);
  const tiles = new Tiles(trx, tenant);
  const nodes: LogFile['nodes'] = [];
  const cut = since > 0 && since < checkpoint.size ? [{ first: since, count: 0 }] : [];
  const apart = [...held, ...cut].sort((a, b) => a.first - b.first);
  for (const { level, index } of hiddenNodes(checkpoint.size, apart)) {
    nodes.push([level, index, toBase64(await tiles.read(level, index))]);
  }
  const shown = held.filter((run) => run.chain === null);
  const acts = shown.length === 0 ? new Map<number, string>() : await actsById(trx, tenant);
  return {
    note: checkpoint.note,
    places: {
      v: 1,
      runs: ofChains(held),
      ...(erased.length === 0 ? {} : { erased: ofChains(erased) }),
      acts: shown.map(({ first }) => first),
      nodes,
    },
    acts: shown.map(({ seq }) => acts.get(seq)!),
  };
}

type Run = Selectable<Database['log_runs']>;
type Place = Pick<Run, 'first' | 'count' | 'chain' | 'seq'>;

const ofChains = (runs: readonly Place[]) =>
  runs.flatMap(({ first, count, chain, seq }) => (chain === null ? [] : [{ first, chain, seq, count }]));

/** Runs whose records are there, cut where some are gone, and what was cut out of them. */
async function withoutErased(trx: Db, tenant: string, chain: string | null, runs: readonly Place[]) {
  const gone = await trx
    .selectFrom('erased_runs')
    .select(['chain', 'first_seq as first', 'last_seq as last'])
    .where('tenant', '=', tenant)
    .$if(chain !== null, (query) => query.where('chain', '=', chain))
    .orderBy('first_seq')
    .execute();
  const byChain = Map.groupBy(gone, (run) => run.chain);
  const held: Place[] = [];
  const erased: Place[] = [];
  for (const run of runs) {
    let at = run.seq;
    const part = (to: number) => ({ ...run, first: run.first + at - run.seq, seq: at, count: to - at });
    for (const { first, last } of run.chain === null ? [] : (byChain.get(run.chain) ?? [])) {
      const [from, to] = [Math.max(first, at), Math.min(last + 1, run.seq + run.count)];
      if (from >= to) continue;
      if (from > at) held.push(part(from));
      at = from;
      erased.push(part(to));
      at = to;
    }
    if (at < run.seq + run.count) held.push(part(run.seq + run.count));
  }
  return { held, erased };
}

async function actsById(trx: Db, tenant: string): Promise<Map<number, string>> {
  const rows = await trx.selectFrom('audit').selectAll().where('tenant', '=', tenant).execute();
  const decoder = new TextDecoder();
  return new Map(rows.map((row) => [row.id, decoder.decode(actEntry(row))]));
}
