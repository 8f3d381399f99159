/**
 * Verifies an evidence pack offline: manifest, files, signatures, chains, receipts, policies, and that the policies lead
 * to the decisions that were recorded. Pure: the files come in as bytes, the findings go out as data.
 */
import { checkCertificates } from './check-certificates.ts';
import { checkLog } from './check-log.ts';
import { checkManifest, readKeys } from './check-manifest.ts';
import { checkPolicies } from './check-policies.ts';
import { checkReceipts } from './check-receipts.ts';
import { checkRecords } from './check-records.ts';
import { readErased } from './erased.ts';
import { addFault, type EvidenceReport, emptyReport } from './evidence-report.ts';
import { type Files, UNREAD, type Unread } from './pack-files.ts';

/** Keys the verifier knows from elsewhere (raw Ed25519, base64url). Without them the pack vouches for itself. */
export interface Pins {
  serverKey: string | null;
  /** Empty: take those of the pack. */
  rootKeys: readonly string[];
  /** A checkpoint of the log (signed note) that was kept earlier: the log of the pack has to continue it. */
  checkpoint?: string | null;
}

/** @param unread What lies in the pack and is no file that could be read: a link, or more bytes than any pack has. */
export async function verifyEvidence(
  files: Files,
  pins: Pins,
  unread: readonly Unread[] = [],
): Promise<EvidenceReport> {
  const report = emptyReport();
  for (const { name, code } of unread) addFault(report, code, name, UNREAD[code]);
  await check(files, pins, report);
  report.ok = report.faults.length === 0;
  return report;
}

async function check(files: Files, pins: Pins, report: EvidenceReport): Promise<void> {
  const keys = readKeys(files, report);
  if (keys === null) return;
  if (pins.serverKey === null) {
    report.limits.push("The endpoint's key was taken from the pack: nothing outside the pack vouches for it.");
  } else if (pins.serverKey !== keys.server.publicKey) {
    addFault(report, 'server_key_mismatch', 'keys.json', "the endpoint's key in the pack is not the one you gave");
  }
  if (pins.rootKeys.length === 0) {
    report.limits.push('The policy root keys were taken from the pack: nothing outside the pack vouches for them.');
  }
  const server = { kid: keys.server.kid, publicKey: pins.serverKey ?? keys.server.publicKey };
  const body = await checkManifest(files, server.publicKey, report);
  if (body === null) return;
  if (body.scope === 'chain') {
    report.limits.push(
      'A pack of one chain shows the rest of the log as hashes only: more records of this chain could be among it.',
    );
  }
  const erased = await readErased(files, report);
  const chains = await checkRecords(files, keys, body, erased, report);
  const receipts = await checkReceipts(files, server, body, chains, report);
  const acts = await checkLog(files, server.publicKey, body, { chains, erased }, pins.checkpoint ?? null, report);
  await checkCertificates(files, server, body, { chains, receipts, acts }, report);
  const rootKeys = pins.rootKeys.length > 0 ? pins.rootKeys : keys.policyRootKeys;
  await checkPolicies(files, rootKeys, chains, report);
}
