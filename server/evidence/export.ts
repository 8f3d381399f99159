/** Evidence packs: everything that is needed to check a tenant's records without this endpoint. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Zippable, zip } from 'fflate';
import type { RefusedRecord } from '../../lib/integrity/evidence-format.ts';
import { buildEvidencePack, type EvidenceFiles } from '../../lib/integrity/evidence-pack.ts';
import type { Receipt, ShippedRecord } from '../../lib/sync/api.ts';
import type { Signer } from '../ingest/signer.ts';
import { listCertificates, revocationListOf } from '../store/certificates.ts';
import { erasedBatches } from '../store/erased-runs.ts';
import type { Store } from '../store/open.ts';
import { policiesByDigest } from '../store/policies.ts';
import type { Db } from '../store/schema.ts';
import { sequence } from '../transparency/sequence.ts';
import { showLog } from '../transparency/show-log.ts';

/** A pack is built in memory; beyond this it has to be asked for chain by chain. */
export const MAX_PACK_RECORDS = 200_000;

export interface EvidenceRequest {
  tenant: string;
  /** One chain instead of all. */
  chain?: string | undefined;
  /** Size of an earlier checkpoint, with which the pack shall prove itself consistent. */
  since?: number | undefined;
  signer: Signer;
  policyRootKeys: readonly string[];
  /** Milliseconds since the epoch. */
  created: number;
}

/** File name -> bytes. Null when there are more records than fit in one pack. */
export async function collectEvidence(
  store: Pick<Store, 'of'>,
  request: EvidenceRequest,
): Promise<EvidenceFiles | null> {
  // What was just taken shall be in the log as well.
  const ports = { db: store.of(request.tenant, 'log'), tenant: request.tenant, signer: request.signer };
  while ((await sequence({ ...ports, now: () => request.created })) > 0);
  // One snapshot: records, receipts and keys of the same moment.
  const read = await store
    .of(request.tenant)
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => readSource(trx, request));
  if (read === null) return null;
  const { tenant, created, signer, policyRootKeys } = request;
  const { records, receipts, devices, policies, refused, erased, log, certified } = read;
  return buildEvidencePack({
    tenant,
    scope: request.chain === undefined ? 'all' : 'chain',
    created,
    records: records.map(({ body, kid, sig }): ShippedRecord => ({ record: body, alg: 'Ed25519', kid, sig })),
    receipts: receipts.map(({ receipt }) => JSON.parse(receipt) as Receipt),
    refused,
    erased,
    ...(log === null ? {} : { log }),
    certified: {
      certificates: certified.map(({ certificate }) => certificate),
      revoked: await revocationListOf(signer, tenant, certified, created),
    },
    keys: {
      devices,
      server: { kid: signer.kid, publicKey: signer.publicKey },
      policyRootKeys: [...policyRootKeys],
    },
    policies: new Map(policies.map(({ digest, envelope }) => [digest, envelope])),
    sign: (bytes) => signer.sign(bytes),
  });
}

async function readSource(trx: Db, { tenant, chain, since }: EvidenceRequest) {
  let records = trx.selectFrom('records').where('tenant', '=', tenant);
  let receipts = trx.selectFrom('receipts').where('tenant', '=', tenant);
  let letters = trx.selectFrom('dead_letters').where('tenant', '=', tenant).where('chain', 'is not', null);
  if (chain !== undefined) {
    records = records.where('chain', '=', chain);
    receipts = receipts.where('chain', '=', chain);
    letters = letters.where('chain', '=', chain);
  }
  const rows = await records
    .select(['body', 'kid', 'sig', 'device'])
    .orderBy('chain')
    .orderBy('seq')
    .limit(MAX_PACK_RECORDS + 1)
    .execute();
  if (rows.length > MAX_PACK_RECORDS) return null;
  const ids = new Set(rows.map(({ device }) => device));
  const devices = await trx
    .selectFrom('devices')
    .select(['device', 'kid', 'public_key as publicKey', 'earlier_keys'])
    .where('tenant', '=', tenant)
    .orderBy('device')
    .execute();
  return {
    records: rows,
    receipts: await receipts.select('receipt').orderBy('chain').orderBy('seq').execute(),
    devices: devices
      .filter(({ device }) => ids.has(device))
      .flatMap(({ device, kid, publicKey, earlier_keys: earlier }) =>
        [...earlier, { kid, publicKey }].map((key) => ({ device, ...key })),
      ),
    certified: (await listCertificates(trx, tenant, null)).filter(
      ({ device }) => chain === undefined || ids.has(device),
    ),
    erased: await erasedBatches(trx, tenant, chain ?? null),
    log: await showLog(trx, tenant, chain ?? null, since ?? 0),
    policies: await policiesByDigest(trx, tenant, citedPolicies(rows)),
    refused: (await letters.select(['line', 'code']).orderBy('id').limit(MAX_PACK_RECORDS).execute()).flatMap(
      toRefused,
    ),
  };
}

/** A dead letter as the pack tells it; one that never was a line of the wire has no record to tell. */
function toRefused({ line, code }: { line: Uint8Array; code: string }): RefusedRecord[] {
  try {
    const { record } = JSON.parse(new TextDecoder().decode(line)) as { record?: unknown };
    // Text that is not well-formed has no canonical form, and no record could have been it.
    return typeof record === 'string' && record.isWellFormed() ? [{ record, code }] : [];
  } catch {
    return [];
  }
}

/** Digests of every policy that a record names. */
function citedPolicies(rows: { body: string }[]): string[] {
  const digests = rows.map(({ body }) => (JSON.parse(body) as { policy?: { digest: string } }).policy?.digest);
  return [...new Set(digests.filter((digest) => digest !== undefined))];
}

/** Write a pack as files under a folder, which is made when it is not there. */
export async function writeEvidence(files: EvidenceFiles, folder: string): Promise<void> {
  for (const [name, bytes] of files) {
    const path = join(folder, ...name.split('/'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

/** A pack as one ZIP. */
export function zipEvidence(files: EvidenceFiles): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = Object.fromEntries(files);
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6 }, (error, data) => (error ? reject(error) : resolve(new Uint8Array(data))));
  });
}
