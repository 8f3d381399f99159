/**
 * The sequencer: puts what was committed since the last time at the end of the tenant's log, and signs a checkpoint.
 * Records enter in the order of their chains and only up to the first hole; acts of people and of the endpoint enter too,
 * so that nobody can change who did what. One transaction holds the log's row: several nodes may run this at once.
 */
import { sql } from 'kysely';
import { type Checkpoint, signCheckpoint } from '../../lib/integrity/log/checkpoint.ts';
import { originOf } from '../../lib/integrity/log/origin.ts';
import { growTree, type Hash, rootOf } from '../../lib/integrity/log/tree.ts';
import { fromBase64 } from '../../lib/policy/base64.ts';
import type { Signer } from '../ingest/signer.ts';
import { columnsOf } from '../store/insert-rows.ts';
import type { Database, Db } from '../store/schema.ts';
import { actEntry } from './act-entry.ts';
import { leafOf, nodeOf } from './hashes.ts';
import { Tiles } from './tiles.ts';

/** Entries of one transaction: enough to keep up, few enough not to hold anybody up. */
const MAX_ENTRIES = 5_000;
const CHAINS_AT_ONCE = 500;

export interface SequencePorts {
  db: Db;
  tenant: string;
  signer: Signer;
  now(): number;
}

type Run = Omit<Database['log_runs'], 'tenant' | 'first'>;

/** Append what is pending. @returns How many entries were appended; there may be more. */
export async function sequence({ db, tenant, signer, now }: SequencePorts): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const size = await holdLog(trx, tenant);
    const { runs, leaves, reached } = await pending(trx, tenant);
    if (leaves.length === 0) return 0;
    const tiles = new Tiles(trx, tenant);
    await tiles.put(await growTree(size, leaves, tiles.read, nodeOf));
    await tiles.save();
    await insertRuns(trx, tenant, size, runs);
    const grown = size + leaves.length;
    await trx.updateTable('logs').set({ size: grown }).where('tenant', '=', tenant).execute();
    const checkpoint = { origin: originOf(tenant), size: grown, root: await rootOf(grown, tiles.read) };
    const note = await signed(checkpoint, signer);
    await trx.insertInto('log_checkpoints').values({ tenant, size: grown, note, made_at: now() }).execute();
    // Last: from here to the commit, what these chains' devices send has to wait.
    await saveReached(trx, tenant, reached);
    return leaves.length;
  });
}

/** The log's size; nobody else appends until the transaction ends. */
async function holdLog(trx: Db, tenant: string): Promise<number> {
  await trx
    .insertInto('logs')
    .values({ tenant, size: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { size } = await trx
    .selectFrom('logs')
    .select('size')
    .where('tenant', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return size;
}

type Reached = Pick<Database['chains'], 'chain' | 'logged_seq'>;

/** What is to be logged, and how far chains are in the log then, in their order. */
async function pending(trx: Db, tenant: string): Promise<{ runs: Run[]; leaves: Hash[]; reached: Reached[] }> {
  const runs: Run[] = [];
  const leaves: Hash[] = [];
  const reached: Reached[] = [];
  const chains = await trx
    .selectFrom('chains')
    .select(['chain', 'logged_seq', 'contiguous_seq'])
    .where('tenant', '=', tenant)
    .whereRef('logged_seq', '<', 'contiguous_seq')
    .orderBy('chain')
    .limit(CHAINS_AT_ONCE)
    .execute();
  for (const { chain, logged_seq, contiguous_seq } of chains) {
    const room = MAX_ENTRIES - leaves.length;
    if (room === 0) break;
    const records = await trx
      .selectFrom('records')
      .select(['seq', 'body'])
      .where('tenant', '=', tenant)
      .where('chain', '=', chain)
      .where('seq', '>', logged_seq)
      .where('seq', '<=', contiguous_seq)
      .orderBy('seq')
      .limit(room)
      .execute();
    for (const { seq, body } of records) {
      const run = runs.at(-1);
      // A dead letter leaves a hole in the numbers: the run ends before it.
      if (run?.chain === chain && run.seq + run.count === seq) run.count += 1;
      else runs.push({ chain, seq, count: 1 });
      leaves.push(leafOf(Buffer.from(body)));
    }
    reached.push({ chain, logged_seq: records.length < room ? contiguous_seq : records.at(-1)!.seq });
  }
  for (const act of await takeActs(trx, tenant, MAX_ENTRIES - leaves.length)) {
    runs.push({ chain: null, seq: act.id, count: 1 });
    leaves.push(leafOf(actEntry(act)));
  }
  return { runs, leaves, reached };
}

/** Rows are held in the order in which ingest holds them, so that neither waits for the other in a ring. */
async function saveReached(trx: Db, tenant: string, reached: readonly Reached[]): Promise<void> {
  if (reached.length === 0) return;
  const { names, arrays } = columnsOf<Reached>({ chain: 'uuid', logged_seq: 'bigint' }, reached);
  await sql`with held as (
      select chains.chain, now.logged_seq from chains join unnest(${arrays}) as now(${names}) using (chain)
      where chains.tenant = ${tenant} order by chains.chain for update of chains
    ) update chains set logged_seq = held.logged_seq from held
    where chains.tenant = ${tenant} and chains.chain = held.chain`.execute(trx);
}

async function takeActs(trx: Db, tenant: string, room: number) {
  if (room === 0) return [];
  const acts = await trx
    .selectFrom('audit')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('is_logged', '=', false)
    .orderBy('id')
    .limit(room)
    .execute();
  if (acts.length > 0) {
    const ids = acts.map(({ id }) => id);
    await trx
      .updateTable('audit')
      .set({ is_logged: true })
      .where('tenant', '=', tenant)
      .where('id', 'in', ids)
      .execute();
  }
  return acts;
}

async function insertRuns(trx: Db, tenant: string, size: number, runs: readonly Run[]): Promise<void> {
  let first = size;
  const rows = runs.map((run) => {
    const row = { tenant, first, ...run };
    first += run.count;
    return row;
  });
  for (let start = 0; start < rows.length; start += 1_000) {
    await trx
      .insertInto('log_runs')
      .values(rows.slice(start, start + 1_000))
      .execute();
  }
}

function signed(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  const publicKey = fromBase64(signer.publicKey);
  if (publicKey === null) throw new Error("the endpoint's public key is not base64");
  return signCheckpoint(checkpoint, publicKey, async (bytes) => fromBase64(await signer.sign(bytes))!);
}
