/** The policies that records cite: there, signed by a root key, and leading to the decisions that were recorded. */
import { decide } from '../policy/decide.ts';
import type { DecisionInput } from '../policy/decision.ts';
import { type VerifiedPolicy, verifyEnvelope } from '../policy/envelope.ts';
import { covers, isInForce } from '../policy/exceptions.ts';
import type { Policy } from '../policy/schema.ts';
import type { OpenedRecord } from '../records/chain.ts';
import type { RecordOf } from '../records/record.ts';
import type { PolicyRef } from '../records/record-fields.ts';
import { fromStoredInput } from '../records/record-input.ts';
import { POLICY_FILE, policyFile } from './evidence-format.ts';
import { addFault, type EvidenceReport } from './evidence-report.ts';
import { type Files, textOf } from './pack-files.ts';

interface Cited {
  ref: PolicyRef;
  where: string;
}

/** @param rootKeys Raw Ed25519 public keys, base64url. */
export async function checkPolicies(
  files: Files,
  rootKeys: readonly string[],
  chains: ReadonlyMap<string, OpenedRecord[]>,
  report: EvidenceReport,
): Promise<void> {
  const records = [...chains.values()].flat();
  const cited = citedPolicies(records);
  const verified = new Map<string, VerifiedPolicy>();
  for (const name of files.keys()) {
    const digest = POLICY_FILE.exec(name)?.[1];
    if (digest === undefined) continue;
    const policy = await checkPolicy(files, digest, rootKeys, cited.get(digest) ?? [], report);
    if (policy !== null) verified.set(digest, policy);
  }
  for (const [digest, places] of cited) {
    if (!files.has(policyFile(digest))) reportMissing(digest, places, report);
    const policy = verified.get(digest)?.policy;
    for (const { ref, where } of policy ? places : []) {
      if (ref.id !== policy?.id || ref.version !== policy.version) {
        addFault(
          report,
          'policy_misnamed',
          where,
          `cites ${ref.id} ${ref.version}, the policy is ${policy?.id} ${policy?.version}`,
        );
      }
    }
  }
  for (const { record } of records) {
    if (record.kind === 'decision') checkDecision(record, verified, report);
  }
}

async function checkPolicy(
  files: Files,
  digest: string,
  rootKeys: readonly string[],
  places: readonly Cited[],
  report: EvidenceReport,
): Promise<VerifiedPolicy | null> {
  const name = policyFile(digest);
  const result = await verifyEnvelope(textOf(files, name) ?? '', rootKeys);
  report.checked.policies++;
  if (!result.ok) {
    const isForeign = result.code === 'unknown_key' && places.length > 0 && places.every(isBundled);
    if (isForeign) {
      report.limits.push(`The bundled policy ${digest.slice(0, 12)} is signed by none of the root keys given.`);
    } else {
      addFault(report, `policy_${result.code}`, name, result.message);
    }
    return null;
  }
  if (result.digest !== digest) {
    addFault(report, 'policy_digest_mismatch', name, 'the file holds another policy than its name says');
    return null;
  }
  return result;
}

/** Policies from managed storage or from the package never went through the endpoint, so a pack may lack them. */
function reportMissing(digest: string, places: readonly Cited[], report: EvidenceReport): void {
  const fetched = places.find(({ ref }) => ref.source === 'endpoint');
  if (fetched !== undefined) {
    addFault(report, 'policy_missing', fetched.where, `cites policy ${digest}, which is not in the pack`);
    return;
  }
  const source = places[0]?.ref.source;
  report.limits.push(
    `Policy ${digest.slice(0, 12)} (${source}) is not in the pack; its ${places.length} uses are not checked.`,
  );
}

/** Decide again from the recorded input and compare. */
function checkDecision(
  record: RecordOf<'decision'>,
  verified: ReadonlyMap<string, VerifiedPolicy>,
  report: EvidenceReport,
): void {
  const policy = record.policy && verified.get(record.policy.digest)?.policy;
  // Without rules (no policy, time ran out) there is nothing to decide again.
  const byRules = record.evaluation === 'evaluated' || record.evaluation === 'not_evaluable';
  if (policy === undefined || !byRules) return;
  const where = `chain ${record.chain}, record ${record.seq}`;
  const input = fromStoredInput(record.input, record.device);
  if (input === null) {
    report.limits.push(`${where}: too many findings to keep all of them, so the decision cannot be made again.`);
    return;
  }
  const { exception } = record;
  const excuse = exception === undefined ? null : exceptionFault(exception, policy, record, input);
  if (excuse !== null) addFault(report, excuse, where, `exception ${exception} did not cover this decision`);
  const again = decide(policy, input);
  const same =
    again.action === record.action &&
    again.wouldAction === record.would_action &&
    again.decisive === (record.decisive ?? null) &&
    (again.breakGlass ?? null) === (record.breakglass ?? null) &&
    again.rules.map(hitName).join() === record.rules.map(hitName).join();
  if (same) report.checked.decisions++;
  else addFault(report, 'decision_differs', where, `recorded ${record.action}, the policy says ${again.action}`);
}

function hitName({ id, exception = '' }: { id: string; exception?: string | undefined }): string {
  return `${id} ${exception}`;
}

/** Why the exception that a decision names did not cover it. */
function exceptionFault(
  id: string,
  policy: Policy,
  { rules }: RecordOf<'decision'>,
  input: DecisionInput,
): string | null {
  const granted = policy.exceptions?.find((each) => each.id === id);
  if (granted === undefined) return 'exception_unknown';
  if (!isInForce(granted, input.timeMs)) return 'exception_expired';
  return rules.some((rule) => covers(granted, rule.id, input)) ? null : 'exception_out_of_scope';
}

function citedPolicies(records: readonly OpenedRecord[]): Map<string, Cited[]> {
  const cited = new Map<string, Cited[]>();
  for (const { record } of records) {
    if (!('policy' in record) || record.policy === undefined) continue;
    const places = cited.get(record.policy.digest) ?? [];
    places.push({ ref: record.policy, where: `chain ${record.chain}, record ${record.seq}` });
    cited.set(record.policy.digest, places);
  }
  return cited;
}

function isBundled({ ref }: Cited): boolean {
  return ref.source === 'bundled';
}
