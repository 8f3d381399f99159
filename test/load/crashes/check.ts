/** What a device wrote and was promised, beside what the database holds in the end. */
import { verifyChain } from '../../../lib/records/chain.ts';
import type { SluiceRecord } from '../../../lib/records/record.ts';
import type { Bench } from './bench.ts';
import type { CrashDevice } from './crash-device.ts';
import type { Run } from './kind.ts';

export interface StoredRow {
  seq: number;
  hash: string;
  body: string;
  kid: string;
  sig: string;
}

/** Faults of one chain in the database: of signatures, of the chain, of what is derived from it. */
export async function chainFaults({ query }: Pick<Bench, 'query'>, chain: string, rows: readonly StoredRow[]) {
  const devices = await query<{ device: string; public_key: string }>('select device, public_key from devices');
  const keyOf = (device: string) => devices.find((each) => each.device === device)?.public_key ?? null;
  const lines = rows.map(({ body, kid, sig }) => ({ record: body, alg: 'Ed25519' as const, kid, sig }));
  const report = await verifyChain(lines, keyOf);
  const faults = report.faults.map(({ code, seq }) => `the chain does not verify: ${code} at ${seq}`);
  if (rows.length > 0 && report.from !== 1) faults.push(`the chain begins at ${report.from}`);
  const [refused] = await query<{ n: number }>('select count(*)::int as n from dead_letters where chain = $1', [chain]);
  if (refused!.n > 0) faults.push(`${refused!.n} records were refused for good`);
  // Of the rows given: another record may have come since they were read.
  const [derived] = await query<{ n: number }>(
    'select count(*)::int as n from decisions where chain = $1 and seq <= $2',
    [chain, rows.at(-1)?.seq ?? 0],
  );
  const decisions = rows.filter(({ body }) => (JSON.parse(body) as SluiceRecord).kind === 'decision').length;
  if (derived!.n !== decisions) faults.push(`${derived!.n} of ${decisions} decisions are to be seen`);
  const open = await query<{ kind: string }>(
    "select kind from incidents where chain = $1 and kind = 'gap' and status <> 'closed'",
    [chain],
  );
  if (open.length > 0) faults.push(`${open.length} gaps are still said to be open`);
  return faults;
}

export function storedRows({ query }: Pick<Bench, 'query'>, chain: string): Promise<StoredRow[]> {
  return query<StoredRow>('select seq::int, hash, body, kid, sig from records where chain = $1 order by seq', [chain]);
}

/** Gaps of a chain that the endpoint saw and opened an incident for. */
export async function gapsSeen({ query }: Pick<Bench, 'query'>, chain: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    "select count(*)::int as n from incidents where chain = $1 and kind = 'gap'",
    [chain],
  );
  return row!.n;
}

/** Records that stand in more than one place. */
export async function doubledRows({ query }: Pick<Bench, 'query'>, chain: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    `select count(*)::int as n from records where chain = $1
       and (select count(*) from records as others where others.id = records.id or others.hash = records.hash) > 1`,
    [chain],
  );
  return row!.n;
}

/** A settled device: everything that it wrote has to be in the database once, in one chain that verifies. */
export async function checkDevice(bench: Bench, device: CrashDevice, strikes: number): Promise<Run> {
  const chain = await device.chain();
  const own = await device.profile.rows();
  const stored = await storedRows(bench, chain);
  const byHash = new Map(stored.map(({ hash, body }) => [hash, body]));
  const lost = [...device.acknowledged].filter(([hash, text]) => byHash.get(hash) !== text).length;
  const faults = await chainFaults(bench, chain, stored);
  const missing = own.filter(({ hash, text }) => byHash.get(hash) !== text).length;
  if (missing > 0) faults.push(`${missing} records of the device are not in the database`);
  const held = new Set(own.map(({ hash }) => hash));
  const vanished = [...device.written].filter((hash) => !held.has(hash)).length;
  if (vanished > 0) faults.push(`${vanished} records that were written down are no longer on the device`);
  const invented = stored.filter(({ hash }) => !held.has(hash)).length;
  if (invented > 0) faults.push(`${invented} records in the database that the device does not have`);
  const seen = await gapsSeen(bench, chain);
  const declared = own
    .map(({ text }) => JSON.parse(text) as SluiceRecord)
    .reduce((sum, record) => sum + (record.kind === 'gap_declared' ? record.count : 0), 0);
  return {
    strikes,
    made: own.length,
    acknowledged: device.acknowledged.size,
    lost,
    doubled: await doubledRows(bench, chain),
    gaps: seen + device.refused,
    unnamed: Math.abs(device.refused - declared) + holes(stored),
    faults,
  };
}

/** Numbers that are missing. */
function holes(rows: readonly StoredRow[]): number {
  return (rows.at(-1)?.seq ?? 0) - rows.length;
}
