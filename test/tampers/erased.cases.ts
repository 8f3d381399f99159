/** What the endpoint says it erased: edited, left out, or made up to hide what was never erased. */

import { ACTS_FILE, ERASED_FILE, type ErasedBatch, RECORDS_FILE } from '../../lib/integrity/evidence-format.ts';
import { sha256Hex } from '../../lib/policy/compile.ts';
import { canonicalText } from '../../lib/records/canonical.ts';
import { runRetention } from '../../server/jobs/privacy.ts';
import { sequenceAll } from '../../server/jobs/sequencer.ts';
import { KEEP_EVERYTHING } from '../../server/privacy/retention-profile.ts';
import { change } from './hands.ts';
import { exported, type Files, lined, linesOf, type Pack, recordsOf, sealed } from './pack.ts';
import type { TamperCase } from './tamper-case.ts';

const DAY_MS = 24 * 60 * 60_000;
const NODE = '00000000-0000-4000-8000-000000000001';

const made = new WeakMap<Pack, Promise<Files>>();

/** The pack of everything two months later, when heartbeats older than ten days were erased. Made once: time does not go back. */
function erasedPack(pack: Pack): Promise<Files> {
  const known = made.get(pack) ?? erase(pack);
  made.set(pack, known);
  return known;
}

async function erase({ endpoint }: Pack): Promise<Files> {
  const { tenant, db, deps } = endpoint;
  const device = await endpoint.enrolled();
  await endpoint.send(device, await device.several(4));
  const profile = { ...KEEP_EVERYTHING, records: { ...KEEP_EVERYTHING.records, heartbeat: 10 } };
  const row = { tenant, profile: JSON.stringify(profile), proposal: NODE, since: endpoint.now };
  await db.insertInto('retention_profiles').values(row).execute();
  endpoint.now += 60 * DAY_MS;
  await endpoint.signIn();
  await sequenceAll(deps);
  if ((await runRetention(deps, tenant, NODE)) === 0) throw new Error('nothing was erased');
  return exported(endpoint);
}

async function withErased(pack: Pack, edit: (batches: ErasedBatch[]) => ErasedBatch[]): Promise<{ files: Files }> {
  const files = await erasedPack(pack);
  const batches = linesOf(files, ERASED_FILE).map((line) => JSON.parse(line) as ErasedBatch);
  const text = lined(edit(batches).map(canonicalText));
  return { files: await sealed(pack, new Map(files).set(ERASED_FILE, new TextEncoder().encode(text))) };
}

const editRun = (batches: ErasedBatch[], edit: (run: ErasedBatch['runs'][number]) => object): ErasedBatch[] => {
  const [first, ...rest] = batches;
  const runs = first!.runs.map((run, index) => (index === 0 ? { ...run, ...edit(run) } : run));
  return [{ ...first!, runs }, ...rest];
};

export const ERASED: readonly TamperCase[] = [
  {
    name: 'nothing; records were erased because their time was over',
    by: 'nobody',
    reason: null,
    make: async (pack) => ({ files: await erasedPack(pack) }),
  },
  {
    name: 'an erasure is said to be of another time',
    by: 'operator',
    reason: 'erasure_unproven',
    make: (pack) => withErased(pack, (all) => all.map((each) => ({ ...each, at: each.at + 1 }))),
  },
  {
    name: 'an erasure ends in another record than it did',
    by: 'operator',
    reason: 'erasure_unproven',
    make: (pack) => withErased(pack, (all) => editRun(all, () => ({ head: '0'.repeat(64) }))),
  },
  {
    name: 'the list of what was erased is taken away',
    by: 'operator',
    reason: 'erasure_unproven',
    async make(pack) {
      const files = new Map(await erasedPack(pack));
      files.delete(ERASED_FILE);
      return { files: await sealed(pack, files) };
    },
  },
  {
    name: 'a record is taken away and said to be erased',
    by: 'operator',
    reason: 'log_record_missing',
    async make(pack) {
      const records = recordsOf(pack);
      const { chain, seq } = JSON.parse(records[1]!.record) as { chain: string; seq: number };
      const head = await sha256Hex(new TextEncoder().encode(records[1]!.record));
      const batch: ErasedBatch = { batch: NODE, at: pack.endpoint.now, runs: [{ chain, first: seq, last: seq, head }] };
      return {
        files: await change(pack, {
          [RECORDS_FILE]: lined(records.toSpliced(1, 1).map(canonicalText)),
          [ERASED_FILE]: lined([canonicalText(batch)]),
        }),
      };
    },
  },
  {
    name: 'the act that tells of an erasure is taken away',
    by: 'operator',
    reason: 'erasure_unproven',
    async make(pack) {
      const files = await erasedPack(pack);
      const acts = linesOf(files, ACTS_FILE).filter((line) => !line.includes('records_erased'));
      return { files: await sealed(pack, new Map(files).set(ACTS_FILE, new TextEncoder().encode(lined(acts)))) };
    },
  },
];
