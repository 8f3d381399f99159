/** What the hands that tamper do to a pack's files. */

import { RECEIPTS_FILE, RECORDS_FILE } from '../../lib/integrity/evidence-format.ts';
import { canonicalText } from '../../lib/records/canonical.ts';
import type { RecordDraft } from '../../lib/records/record.ts';
import type { ShippedRecord } from '../../lib/sync/api.ts';
import type { SignedDevice } from '../integration/server/signed-device.ts';
import { chainOf, exported, type Files, lined, linesOf, type Pack, recordsOf, sealed, withTexts } from './pack.ts';
import type { Tampered } from './tamper-case.ts';

export const change = (pack: Pack, changes: Record<string, string | null>) => sealed(pack, withTexts(pack, changes));
/** The operator's pack with other records. */
export async function withRecords(pack: Pack, edit: (records: ShippedRecord[]) => ShippedRecord[]): Promise<Files> {
  return change(pack, { [RECORDS_FILE]: lined(edit(recordsOf(pack)).map(canonicalText)) });
}
export const replaced = (shipped: ShippedRecord, from: string | RegExp, to: string): ShippedRecord => ({
  ...shipped,
  record: shipped.record.replace(from, to),
});
export const isOf = (chain: string) => (line: string) => line.includes(chain);
export const not = (test: (line: string) => boolean) => (line: string) => !test(line);

export function shipped({ record, alg, kid, sig }: ShippedRecord): ShippedRecord {
  return { record, alg, kid, sig };
}

export async function withoutForger(pack: Pack): Promise<Files> {
  const receipts = linesOf(pack.files, RECEIPTS_FILE).filter(not(isOf(pack.forger.chain)));
  const records = recordsOf(pack).filter((record) => chainOf(record) !== pack.forger.chain);
  return change(pack, { [RECEIPTS_FILE]: lined(receipts), [RECORDS_FILE]: lined(records.map(canonicalText)) });
}

export async function respelt(pack: Pack, spell: (text: string) => string): Promise<Tampered> {
  const last = recordsOf(pack).at(-1)!;
  const other = shipped(await pack.forger.sealText(spell(last.record)));
  return { files: await withRecords(pack, (all) => all.with(-1, other)) };
}

export async function chainFrom({ endpoint }: Pack, device: SignedDevice, ...drafts: RecordDraft[]): Promise<Files> {
  for (const draft of drafts) await endpoint.send(device, [await device.next(draft)]);
  return exported(endpoint, `?chain=${device.chain}`);
}
