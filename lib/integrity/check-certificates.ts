/**
 * Whether the endpoint had certified the keys of a pack when it took what they signed. Time is the endpoint's own: that of
 * its receipts, since clocks of devices can be wrong.
 */
import { sha256Hex } from '../policy/compile.ts';
import { parseCanonical } from '../records/canonical.ts';
import type { OpenedRecord } from '../records/chain.ts';
import { certificateFault } from '../records/check-certificate.ts';
import { signatureFault } from '../records/signed-body.ts';
import { type Certificate, certificate, revocationList } from '../sync/api.ts';
import type { Acknowledged } from './check-receipts.ts';
import { CERTIFICATES_FILE, type ManifestBody, RECEIPTS_FILE, REVOKED_FILE } from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { type Files, jsonLines, textOf } from './pack-files.ts';

/** Nodes of an endpoint hear of a revocation one after the other, and finish what they have begun. */
const REVOKED_WITHIN_MS = 5 * 60_000;

type Known = Certificate['body'] & { revokedAt: number | null };

export interface CertifiedParts {
  chains: ReadonlyMap<string, OpenedRecord[]>;
  receipts: ReadonlyMap<string, readonly Acknowledged[]>;
  /** Of a log that can be believed, each as `<act> <subject>`; else null. */
  acts: ReadonlySet<string> | null;
}

interface ServerKey {
  kid: string;
  publicKey: string;
}

export async function checkCertificates(
  files: Files,
  server: ServerKey,
  body: ManifestBody,
  { chains, receipts, acts }: CertifiedParts,
  report: EvidenceReport,
): Promise<void> {
  const { good, hashes } = await readCertificates(files, server, body.tenant, report);
  const logged = body.scope === 'all' ? acts : null;
  checkLogged(hashes, logged, report);
  const revoked = await readRevoked(files, server, body.tenant, logged, report);
  const known = good.map((own): Known => ({ ...own, revokedAt: revoked.get(own.serial) ?? null }));
  let uncertified = 0;
  for (const [chain, records] of chains) {
    const device = records[0]?.record.device;
    if (device === undefined) continue;
    const own = known.filter((each) => each.device === device);
    if (own.length === 0) uncertified++;
    else checkChain(chain, records, receipts.get(chain) ?? [], own, report);
  }
  if (uncertified > 0) {
    report.limits.push(`${uncertified} chains are of devices whose keys the endpoint has never certified.`);
  }
}

async function readCertificates(files: Files, serverKey: ServerKey, tenant: string, report: EvidenceReport) {
  const good: Certificate['body'][] = [];
  const hashes = new Set<string>();
  if (!files.has(CERTIFICATES_FILE)) return { good, hashes };
  const lines = textOf(files, CERTIFICATES_FILE)?.split('\n') ?? [];
  for (const { value, number } of jsonLines(files, CERTIFICATES_FILE, report)) {
    const where = `${CERTIFICATES_FILE}:${number}`;
    const parsed = certificate.safeParse(value);
    if (!parsed.success) {
      addFault(report, 'line_malformed', where, 'this is no certificate');
      continue;
    }
    report.checked.certificates++;
    const fault = await certificateFault(parsed.data, { serverKey, tenant, device: null, kid: null });
    if (fault !== null) {
      addFault(report, `certificate_${fault}`, where, WORDS[fault]);
      continue;
    }
    good.push(parsed.data.body);
    hashes.add(await sha256Hex(new TextEncoder().encode(lines[number - 1])));
  }
  return { good, hashes };
}

const WORDS = {
  unknown_key: "it names another key than the endpoint's",
  bad_signature: "it is not signed by the endpoint's key",
  wrong_tenant: 'it is of another tenant',
  wrong_device: 'it is of another device',
  wrong_key: 'its key is not the one its id names',
};

/** Every certificate that the log tells of is here, and the log tells of every one that is here. */
function checkLogged(hashes: ReadonlySet<string>, acts: ReadonlySet<string> | null, report: EvidenceReport): void {
  if (acts === null) return;
  const gone = subjectsOf(acts, 'device_certified').filter((hash) => !hashes.has(hash)).length;
  if (gone > 0) {
    addFault(
      report,
      'certificate_missing',
      CERTIFICATES_FILE,
      `${gone} certificates that the log tells of are not here`,
    );
  }
  const untold = [...hashes].filter((hash) => !acts.has(`device_certified ${hash}`)).length;
  if (untold > 0) report.limits.push(`${untold} certificates are not in the log (yet).`);
}

/** When each revoked certificate was revoked, by serial. */
async function readRevoked(
  files: Files,
  server: ServerKey,
  tenant: string,
  acts: ReadonlySet<string> | null,
  report: EvidenceReport,
): Promise<ReadonlyMap<string, number>> {
  const text = textOf(files, REVOKED_FILE);
  const fault = (code: string, message: string) => addFault(report, code, REVOKED_FILE, message);
  if (text === null) {
    if (files.has(CERTIFICATES_FILE)) fault('revocations_missing', 'certificates come with the list of those revoked');
    return new Map();
  }
  const canonical = parseCanonical(text);
  const parsed = revocationList.safeParse(canonical.ok ? canonical.value : undefined);
  if (!parsed.success) {
    fault('revocations_malformed', 'this is no list of revoked certificates');
    return new Map();
  }
  if ((await signatureFault(parsed.data, server)) !== null) {
    fault('revocations_bad_signature', "the list is not signed by the endpoint's key");
    return new Map();
  }
  const { body } = parsed.data;
  if (body.tenant !== tenant) fault('revocations_wrong_tenant', `of tenant ${body.tenant}`);
  const revoked = new Map(body.revoked.map(({ serial, at }) => [serial, at]));
  const untold = subjectsOf(acts ?? [], 'certificate_revoked').filter((serial) => !revoked.has(serial)).length;
  if (untold > 0) fault('revocation_missing', `${untold} revocations that the log tells of are not in the list`);
  return revoked;
}

function subjectsOf(acts: Iterable<string>, act: string): string[] {
  return [...acts].flatMap((each) => (each.startsWith(`${act} `) ? [each.slice(act.length + 1)] : []));
}

/**
 * Every receipt was given while a certificate of the device was good, and every record's key was certified before the
 * first receipt for it. What came before the device's first certificate is named.
 */
function checkChain(
  chain: string,
  records: readonly OpenedRecord[],
  receipts: readonly Acknowledged[],
  known: readonly Known[],
  report: EvidenceReport,
): void {
  const began = Math.min(...known.map(({ notBefore }) => notBefore));
  const inTime = [...receipts].sort((a, b) => a.seq - b.seq);
  for (const { seq, ts } of inTime) {
    if (ts < began) continue;
    const current = known.filter(({ notBefore, notAfter }) => notBefore <= ts && ts < notAfter);
    if (current.some((each) => !isRevoked(each, ts))) continue;
    const code = current.length === 0 ? 'certificate_expired' : 'certificate_revoked';
    const told =
      current.length === 0 ? 'no certificate of its device was good' : 'the certificate of its device was revoked';
    addFault(report, code, RECEIPTS_FILE, `chain ${chain}, record ${seq}: ${told} when it was taken`);
  }
  let at = 0;
  let before = 0;
  for (const { record, kid } of records) {
    while (inTime[at] !== undefined && inTime[at]!.seq < record.seq) at++;
    const taken = inTime[at]?.ts;
    if (taken === undefined) break;
    if (taken < began) before++;
    else if (!known.some((each) => each.kid === kid && each.notBefore <= taken && !isRevoked(each, taken))) {
      const message = `chain ${chain}, record ${record.seq}: its key was not certified when it was taken`;
      addFault(report, 'key_uncertified', CERTIFICATES_FILE, message);
    }
  }
  if (before > 0)
    report.limits.push(`Chain ${chain}: ${before} records were taken before its device had a certificate.`);
}

function isRevoked({ revokedAt }: Known, ts: number): boolean {
  return revokedAt !== null && ts > revokedAt + REVOKED_WITHIN_MS;
}
