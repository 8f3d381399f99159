/** The log in a pack: its checkpoint is signed, and the pack's records and acts stand in it just as they are. */
import { fromBase64 } from '../policy/base64.ts';
import { parseCanonical, toCanonical } from '../records/canonical.ts';
import type { OpenedRecord } from '../records/chain.ts';
import { checkErased, type Erased } from './erased.ts';
import { ACTS_FILE, CHECKPOINT_FILE, LOG_FILE, logFile, type ManifestBody, RECORDS_FILE } from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { type Checkpoint, openCheckpoint } from './log/checkpoint.ts';
import { originOf } from './log/origin.ts';
import { type NodePlace, rootOfParts } from './log/partial-tree.ts';
import { isSame } from './log/proof.ts';
import type { NoteVerifier } from './log/signed-note.ts';
import { type Hash, leafHash } from './log/tree.ts';
import { type Files, jsonLines, textOf } from './pack-files.ts';

/**
 * Check the log of a pack whose records have been checked already.
 * @param earlier A checkpoint (signed note) somebody kept: the log has to be a continuation of it.
 * @returns The acts in it, each as `<act> <subject>`; null when the log cannot be believed.
 */
export async function checkLog(
  files: Files,
  serverKey: string,
  body: ManifestBody,
  { chains, erased }: { chains: ReadonlyMap<string, OpenedRecord[]>; erased: Erased },
  earlier: string | null,
  report: EvidenceReport,
): Promise<ReadonlySet<string> | null> {
  const note = textOf(files, CHECKPOINT_FILE);
  if (note === null) {
    report.limits.push('The pack has no checkpoint of the log: only chains and receipts show what was removed.');
    if (earlier !== null) addFault(report, 'checkpoint_missing', CHECKPOINT_FILE, 'you gave an earlier one');
    return null;
  }
  const publicKey = fromBase64(serverKey) ?? new Uint8Array();
  const log = { name: originOf(body.tenant), publicKey };
  const checkpoint = await openCheckpoint(note, log);
  if (checkpoint === null) {
    addFault(report, 'checkpoint_bad_signature', CHECKPOINT_FILE, "it is not the endpoint's checkpoint of this tenant");
    return null;
  }
  const canonical = parseCanonical(textOf(files, LOG_FILE) ?? '');
  const parsed = logFile.safeParse(canonical.ok ? canonical.value : undefined);
  if (!parsed.success) {
    addFault(report, 'log_malformed', LOG_FILE, 'the places of the records in the log are missing or unreadable');
    return null;
  }
  const { runs, acts, nodes } = parsed.data;
  const leaves = leavesOf(chains);
  const known = new Map(nodes.map(([level, index, hash]) => [`${level}/${index}`, fromBase64(hash) as Hash]));
  const logged = new Set<string>();
  for (const { first, chain, seq, count } of runs) {
    for (let offset = 0; offset < count; offset++) {
      const place = `${chain}/${seq + offset}`;
      const leaf = leaves.get(place);
      // What is shown must be in the pack; the root would not come out without it either.
      if (leaf === undefined) addFault(report, 'log_record_missing', RECORDS_FILE, `the log has record ${place}`);
      else known.set(`0/${first + offset}`, leaf);
      logged.add(place);
    }
  }
  const told = actLeaves(files, report);
  const done = new Set(told.map(({ act }) => act));
  checkErased(erased, parsed.data, done, body, report);
  for (const { number, leaf } of told) {
    const index = acts[number - 1];
    if (index === undefined) addFault(report, 'act_unlisted', `${ACTS_FILE}:${number}`, 'the log has no place for it');
    else known.set(`0/${index}`, leaf);
    report.checked.acts++;
  }
  const nodeAt = ({ level, index }: NodePlace) => known.get(`${level}/${index}`);
  const root = rootOfParts(checkpoint.size, nodeAt);
  if (root === null || !isSame(root, checkpoint.root)) {
    addFault(
      report,
      'log_root_mismatch',
      LOG_FILE,
      'records, acts and nodes do not lead to the root of the checkpoint',
    );
    return null;
  }
  report.checked.logged = logged.size;
  if (earlier === null) {
    report.limits.push(
      'No earlier checkpoint was given: a log that its operator wrote anew looks like this, and only a kept checkpoint tells.',
    );
  } else await checkEarlier(earlier, log, checkpoint, nodeAt, report);
  for (const [chain, records] of chains) {
    const absent = records.filter(({ record }) => !logged.has(`${chain}/${record.seq}`)).length;
    if (absent > 0) report.limits.push(`Chain ${chain}: ${absent} records are not in the log (yet).`);
  }
  return done;
}

/** Whether the log of the pack begins with the log of an earlier checkpoint. */
async function checkEarlier(
  note: string,
  log: NoteVerifier,
  { size }: Checkpoint,
  nodeAt: (place: NodePlace) => Hash | undefined,
  report: EvidenceReport,
): Promise<void> {
  const earlier = await openCheckpoint(note, log);
  const fault = (code: string, message: string) => addFault(report, code, CHECKPOINT_FILE, message);
  if (earlier === null) {
    fault('earlier_bad_signature', "the earlier checkpoint you gave is not the endpoint's of this tenant");
  } else if (earlier.size > size) {
    fault('log_shrank', `the log had ${earlier.size} entries, the pack shows ${size}`);
  } else if (earlier.size > 0) {
    const root = rootOfParts(earlier.size, nodeAt);
    if (root === null) fault('earlier_not_shown', `ask for a pack since ${earlier.size}`);
    else if (!isSame(root, earlier.root)) fault('log_rewritten', `the first ${earlier.size} entries are others`);
  }
}

/** Leaf hash of each record, by chain and number. */
function leavesOf(chains: ReadonlyMap<string, OpenedRecord[]>): Map<string, Hash> {
  const leaves = new Map<string, Hash>();
  for (const { record } of [...chains.values()].flat()) {
    // The record was canonical when it was read, so this is what was read.
    const canonical = toCanonical(record);
    if (canonical.ok) leaves.set(`${record.chain}/${record.seq}`, leafHash(canonical.bytes));
  }
  return leaves;
}

/** `act`: what was done, and to what. */
function actLeaves(files: Files, report: EvidenceReport): { number: number; leaf: Hash; act: string }[] {
  if (!files.has(ACTS_FILE)) return [];
  const lines = textOf(files, ACTS_FILE)?.split('\n').slice(0, -1) ?? [];
  return jsonLines(files, ACTS_FILE, report).map(({ value, number }) => {
    const { act, subject, at } = (value ?? {}) as Record<string, unknown>;
    if (act === 'subject_erased' && typeof at === 'number') {
      report.notes.push(
        `A person was erased on ${new Date(at).toISOString().slice(0, 10)} (${subject}): who it was, and which pseudonyms were theirs, cannot be told any more.`,
      );
    }
    return { number, leaf: leafHash(new TextEncoder().encode(lines[number - 1])), act: `${act} ${subject}` };
  });
}
