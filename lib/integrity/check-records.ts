/** The records of a pack: every signature, every chain, every receipt about them. */

import { sha256Hex } from '../policy/compile.ts';
import { type ChainReport, type OpenedRecord, verifyChain } from '../records/chain.ts';
import type { RecordOf } from '../records/record.ts';
import { type ShippedRecord, shippedRecord } from '../sync/api.ts';
import { type Erased, excuseOf } from './erased.ts';
import {
  ERASED_FILE,
  type ErasedRun,
  type KeysFile,
  type ManifestBody,
  RECORDS_FILE,
  REFUSED_FILE,
  refusedRecord,
} from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { type Files, jsonLines } from './pack-files.ts';

interface Line {
  shipped: ShippedRecord;
  /** One-based, as editors count. */
  number: number;
}

/** Check all chains. Resolves to the records that could be read, by chain. */
export async function checkRecords(
  files: Files,
  keys: KeysFile,
  body: ManifestBody,
  erased: Erased,
  report: EvidenceReport,
): Promise<Map<string, OpenedRecord[]>> {
  const known = new Map(keys.devices.map(({ device, kid, publicKey }) => [`${device} ${kid}`, publicKey]));
  const keyOf = (device: string, kid: string) => known.get(`${device} ${kid}`) ?? null;
  const chains = new Map<string, OpenedRecord[]>();
  const refused = await refusedByChain(files, report);
  for (const [chain, lines] of linesByChain(files, report)) {
    const result = await verifyChain(
      lines.map(({ shipped }) => shipped),
      keyOf,
      null,
      excuseOf(refused.get(chain) ?? new Map(), erased.runs.get(chain) ?? []),
    );
    for (const { code, index, seq } of result.faults) {
      const where = `${RECORDS_FILE}:${lines[index]!.number}`;
      addFault(report, code, where, `chain ${chain}${seq === null ? '' : `, record ${seq}`}: ${WORDS[code]}`);
    }
    checkRange(chain, result, body, report);
    checkContents(chain, result.records, keys, body, report);
    note(chain, result, erased.runs.get(chain) ?? [], report);
    chains.set(chain, result.records);
    report.checked.records += lines.length;
    report.checked.chains++;
  }
  for (const { chain } of body.chains) {
    if (!chains.has(chain)) addFault(report, 'chain_missing', RECORDS_FILE, `no record of chain ${chain}`);
  }
  return chains;
}

function checkRange(chain: string, { from, head }: ChainReport, body: ManifestBody, report: EvidenceReport): void {
  const claimed = body.chains.find((range) => range.chain === chain);
  if (claimed === undefined) {
    addFault(report, 'chain_unlisted', RECORDS_FILE, `the manifest does not know chain ${chain}`);
  } else if (claimed.from !== from || claimed.to !== head?.seq || claimed.head !== head.hash) {
    const held = `${from ?? 'nothing'} to ${head?.seq ?? 'nothing'}`;
    const message = `chain ${chain} should go from ${claimed.from} to ${claimed.to}; the pack holds ${held}`;
    addFault(report, 'range_mismatch', RECORDS_FILE, message);
  }
}

function checkContents(
  chain: string,
  records: readonly OpenedRecord[],
  keys: KeysFile,
  body: ManifestBody,
  report: EvidenceReport,
): void {
  for (const { record } of records) {
    const where = `chain ${chain}, record ${record.seq}`;
    if (record.tenant !== body.tenant) addFault(report, 'wrong_tenant', where, `of tenant ${record.tenant}`);
    if (record.kind !== 'enrolled' && record.kind !== 'key_rotated') continue;
    const key = keys.devices.find(({ device, kid }) => device === record.device && kid === record.kid);
    if (key?.publicKey !== record.public_key) {
      addFault(report, 'key_mismatch', where, 'the device named another key than the pack does');
    }
  }
}

function lossOf({ count, of, reason }: RecordOf<'gap_declared'>): string {
  return `${count || 'an unknown number of'} lost records${of === undefined ? '' : ` of chain ${of}`} (${reason})`;
}

function note(
  chain: string,
  { from, refused, clockWentBack, records }: ChainReport,
  erased: readonly ErasedRun[],
  report: EvidenceReport,
): void {
  const gone = erased.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (gone > 0) report.notes.push(`Chain ${chain}: ${gone} records were erased; see ${ERASED_FILE}.`);
  if (from !== null && from > 1 && !isErased(erased, from - 1))
    report.limits.push(`Chain ${chain} begins at record ${from}; what came before is not here.`);
  if (clockWentBack.length > 0) {
    report.notes.push(`Chain ${chain}: the device clock went back at record ${clockWentBack.join(', ')}.`);
  }
  if (refused.length > 0) {
    report.notes.push(`Chain ${chain}: the endpoint could not take record ${refused.join(', ')}; see ${REFUSED_FILE}.`);
  }
  for (const { record } of records) {
    if (record.kind === 'gap_declared') {
      report.notes.push(`Chain ${chain}: record ${record.seq} declares ${lossOf(record)}.`);
    } else if (record.kind === 'tamper_suspected') {
      report.notes.push(
        `Chain ${chain}: record ${record.seq} reports ${record.code} (${record.detail ?? 'no detail'}).`,
      );
    } else if (record.kind === 'effect' && record.agreement === 'disagree') {
      report.notes.push(
        `Chain ${chain}: record ${record.seq} saw ${record.state} against decision ${record.decision}.`,
      );
    } else if (record.kind === 'breakglass') {
      report.notes.push(
        `Chain ${chain}: record ${record.seq} says that break-glass ${record.breakglass} lifts the rules.`,
      );
    } else if (record.kind === 'key_rotated') {
      report.notes.push(`Chain ${chain}: record ${record.seq} hands over to key ${record.kid}.`);
    }
  }
}

/** Whether everything from the beginning to here was erased. */
function isErased(erased: readonly ErasedRun[], to: number): boolean {
  let next = 1;
  for (const { first, last } of erased) if (first === next) next = last + 1;
  return next === to + 1;
}

/** SHA-256 of refused records, by chain and by the number they claim. */
async function refusedByChain(files: Files, report: EvidenceReport): Promise<Map<string, Map<number, string>>> {
  const chains = new Map<string, Map<number, string>>();
  if (!files.has(REFUSED_FILE)) return chains;
  for (const { value, number } of jsonLines(files, REFUSED_FILE, report)) {
    const parsed = refusedRecord.safeParse(value);
    if (!parsed.success) {
      addFault(report, 'line_malformed', `${REFUSED_FILE}:${number}`, 'this is no refused record');
      continue;
    }
    const place = placeOf(parsed.data.record);
    if (place === null) continue;
    const chain = chains.get(place.chain) ?? new Map<number, string>();
    chain.set(place.seq, await sha256Hex(new TextEncoder().encode(parsed.data.record)));
    chains.set(place.chain, chain);
  }
  return chains;
}

function linesByChain(files: Files, report: EvidenceReport): Map<string, Line[]> {
  const chains = new Map<string, Line[]>();
  for (const { value, number } of jsonLines(files, RECORDS_FILE, report)) {
    const parsed = shippedRecord.safeParse(value);
    const chain = parsed.success ? placeOf(parsed.data.record)?.chain : undefined;
    if (!parsed.success || chain === undefined) {
      addFault(report, 'line_malformed', `${RECORDS_FILE}:${number}`, 'this is no record');
      continue;
    }
    const lines = chains.get(chain) ?? [];
    lines.push({ shipped: parsed.data, number });
    chains.set(chain, lines);
  }
  return chains;
}

/** Where a record says it belongs, whatever else is wrong with it. */
function placeOf(text: string): { chain: string; seq: number } | null {
  try {
    const { chain, seq } = JSON.parse(text);
    return typeof chain === 'string' && Number.isSafeInteger(seq) ? { chain, seq } : null;
  } catch {
    return null;
  }
}

const WORDS: Record<ChainReport['faults'][number]['code'], string> = {
  bad_line: 'the line is no record',
  not_canonical: 'the bytes are not in canonical form',
  bad_schema: 'the record does not fit its schema',
  unknown_key: 'the key that signed it is not a key of this device',
  bad_signature: 'the signature does not fit: the record was changed after signing',
  wrong_chain: 'it belongs to another chain',
  duplicate: 'it stands there twice',
  fork: 'another record has the same number',
  regress: 'its number is lower than one before it',
  seq_gap: 'records before it are missing',
  prev_mismatch: 'it does not follow the record before it',
  epoch_regress: 'it is signed for an earlier key',
  epoch_unannounced: 'a new key appears without an enrolment',
  key_retired: 'it is signed by a key that was given up',
  key_changed: 'it is signed by another key than its epoch',
};
