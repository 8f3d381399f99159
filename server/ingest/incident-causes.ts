/** Which records and which holes in a chain a reviewer has to look at, how urgent each is, and its name as a cause. */
import type { OpenedRecord } from '../../lib/records/chain.ts';
import type { RecordOf } from '../../lib/records/record.ts';
import type { NewIncident } from '../store/incidents.ts';
import type { Severity } from '../store/schema.ts';
import type { LineFault, RejectedLine } from './check-line.ts';
import { classesOf } from './project.ts';

export const INCIDENT_KINDS = [
  /** A prompt was stopped. */
  'blocked',
  /** A person went on after being asked not to. */
  'override',
  /** Data left although the decision was to redact or to stop. */
  'sent_unredacted',
  /** What was seen to happen is not what was decided. */
  'effect_disagrees',
  /** A chain has two different records in one place. */
  'fork',
  /** Records before this place of a chain have not arrived. */
  'gap',
  /** A record does not continue the one before it. */
  'chain_break',
  /** A record that cannot be attributed to the device that sent it. */
  'unverifiable_record',
  /** The device reports that its own records were touched. */
  'tamper_suspected',
  /** The device reports records that it could not keep. */
  'records_lost',
  /** A device refused a policy. */
  'policy_rejected',
  /** An emergency lifts the rules on a device. */
  'break_glass',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Data classes whose loss has to be reported to somebody within days, or can be abused within minutes. */
const GRAVE = new Set(['PCI', 'PHI', 'SECRET']);

/** Refusals that come with how a page works or with a browser that restarts: to be seen in the list, not to be worked on. */
const ROUTINE = new Set(['unannounced_socket', 'unguarded', 'unjudged']);

/** Faults that a healthy device cannot produce, whatever its version. */
const SUSPICIOUS = new Set<LineFault>([
  'bad_signature',
  'unknown_key',
  'wrong_device',
  'wrong_tenant',
  'foreign_chain',
  'id_reused',
]);

/** What the record itself says. */
export function incidentOfRecord({ record }: OpenedRecord): NewIncident | null {
  const open = (kind: IncidentKind, severity: Severity, decision: string | null = null): NewIncident => ({
    cause: `record:${record.id}`,
    kind,
    severity,
    device: record.device,
    chain: record.chain,
    seq: record.seq,
    decision,
  });
  switch (record.kind) {
    case 'decision':
      if (record.user_choice === 'proceed' || record.user_choice === 'justify') {
        return open('override', severityOf(record), record.id);
      }
      // A draft is held while the person still types: what counts is the prompt that follows.
      if (record.action !== 'block' || record.input.channel === 'draft' || ROUTINE.has(record.reason)) return null;
      return open('blocked', severityOf(record), record.id);
    case 'effect':
      if (record.state === 'sent_unredacted') return open('sent_unredacted', 'critical', record.decision);
      return record.agreement === 'disagree' ? open('effect_disagrees', 'high', record.decision) : null;
    case 'tamper_suspected':
      return open('tamper_suspected', 'critical');
    case 'gap_declared':
      return open('records_lost', 'high');
    case 'breakglass':
      return open('break_glass', 'high');
    case 'policy_rejected':
      return open('policy_rejected', 'high');
    default:
      return null;
  }
}

/** A record that stands in a chain with nothing, or the wrong thing, before it. */
export function incidentOfLink({ record }: OpenedRecord, kind: 'gap' | 'chain_break'): NewIncident {
  const { device, chain, seq } = record;
  const severity = kind === 'gap' ? 'medium' : 'high';
  return { cause: linkCause(kind, chain, seq), kind, severity, device, chain, seq, decision: null };
}

/** @param seq The record after the hole. */
export function linkCause(kind: 'gap' | 'chain_break', chain: string, seq: number): string {
  return `${kind}:${chain}:${seq}`;
}

/** A refused line that says more than that a program was wrong; null for one that does not. */
export function incidentOfRejection({ code, claim }: RejectedLine, device: string, hash: string): NewIncident | null {
  const place = { device, chain: claim?.chain ?? null, seq: claim?.seq ?? null, decision: null };
  if (code === 'fork') {
    return { cause: `fork:${place.chain}:${place.seq}:${hash}`, kind: 'fork', severity: 'critical', ...place };
  }
  if (!SUSPICIOUS.has(code)) return null;
  return { cause: `rejected:${device}:${hash}`, kind: 'unverifiable_record', severity: 'high', ...place };
}

function severityOf(record: RecordOf<'decision'>): Severity {
  return Object.keys(classesOf(record)).some((dataClass) => GRAVE.has(dataClass)) ? 'high' : 'medium';
}
