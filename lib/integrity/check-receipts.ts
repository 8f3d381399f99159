/** The endpoint's receipts in a pack: signed, and about the very records that are there. */
import type { OpenedRecord } from '../records/chain.ts';
import { receiptHash } from '../records/check-receipt.ts';
import { signatureFault } from '../records/signed-body.ts';
import { type Receipt, receipt as receiptSchema } from '../sync/api.ts';
import { type ManifestBody, RECEIPTS_FILE } from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { type Files, jsonLines } from './pack-files.ts';

/** When the endpoint acknowledged a chain up to a record, by its own clock. */
export interface Acknowledged {
  seq: number;
  /** Milliseconds since the epoch. */
  ts: number;
}

/** Check that receipts are signed and agree with the records. Resolves to what the signed ones say, by chain. */
export async function checkReceipts(
  files: Files,
  serverKey: { kid: string; publicKey: string },
  body: ManifestBody,
  chains: ReadonlyMap<string, OpenedRecord[]>,
  report: EvidenceReport,
): Promise<Map<string, Acknowledged[]>> {
  const hashes = new Set<string>();
  const told = new Map<string, Acknowledged[]>();
  for (const { value, number } of jsonLines(files, RECEIPTS_FILE, report)) {
    const where = `${RECEIPTS_FILE}:${number}`;
    const parsed = receiptSchema.safeParse(value);
    if (!parsed.success) {
      addFault(report, 'receipt_malformed', where, 'this is no receipt');
      continue;
    }
    report.checked.receipts++;
    const fault = await signatureFault(parsed.data, serverKey);
    if (fault !== null) {
      addFault(report, `receipt_${fault}`, where, "the receipt is not signed by the endpoint's key");
      continue;
    }
    checkReceipt(parsed.data, where, body, chains, report);
    hashes.add(await receiptHash(parsed.data));
    const { chain, seq, ts } = parsed.data.body;
    told.set(chain, [...(told.get(chain) ?? []), { seq, ts }]);
  }
  for (const [chain, records] of chains) {
    const covered = (told.get(chain) ?? []).reduce((last, { seq }) => Math.max(last, seq), 0);
    noteReceipts(chain, records, covered, hashes, report);
  }
  return told;
}

function checkReceipt(
  { body: { tenant, chain, epoch, seq, head } }: Receipt,
  where: string,
  body: ManifestBody,
  chains: ReadonlyMap<string, OpenedRecord[]>,
  report: EvidenceReport,
): void {
  if (tenant !== body.tenant) addFault(report, 'receipt_wrong_tenant', where, `of tenant ${tenant}`);
  const records = chains.get(chain);
  if (records === undefined) {
    addFault(report, 'chain_missing', where, `a receipt for chain ${chain}, of which there is no record`);
    return;
  }
  const found = records.find(({ record }) => record.seq === seq);
  if (found === undefined) {
    const last = records.at(-1)?.record.seq ?? 0;
    // Receipts from before the first record of the pack say nothing about it.
    if (seq > last)
      addFault(report, 'tail_missing', where, `chain ${chain} had ${seq} records, the pack ends at ${last}`);
    return;
  }
  if (found.hash !== head) {
    addFault(report, 'receipt_head_mismatch', where, `record ${seq} of chain ${chain} is not the one acknowledged`);
  } else if (found.record.epoch !== epoch) {
    addFault(report, 'receipt_wrong_epoch', where, `record ${seq} of chain ${chain} has another epoch`);
  }
}

function noteReceipts(
  chain: string,
  records: readonly OpenedRecord[],
  covered: number,
  hashes: ReadonlySet<string>,
  report: EvidenceReport,
): void {
  const beyond = records.filter(({ record }) => record.seq > covered).length;
  if (beyond > 0) {
    report.limits.push(
      `Chain ${chain}: no receipt covers the last ${beyond} records, so a cut after them would not show.`,
    );
  }
  const unseen = new Set(
    records.map(({ record }) => record.receipt).filter((hash) => hash !== undefined && !hashes.has(hash)),
  );
  if (unseen.size > 0) {
    addFault(report, 'receipt_missing', `chain ${chain}`, `${unseen.size} receipts that records cite are not here`);
  }
}
