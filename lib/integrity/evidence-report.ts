/** What a verification found, and what no verification can find. */

export interface EvidenceFault {
  /** Stable name of the reason, e.g. `file_changed`, `seq_gap`, `policy_bad_signature`. */
  code: string;
  /** File and line, chain and number: where to look. */
  where: string;
  message: string;
}

export interface EvidenceReport {
  ok: boolean;
  faults: EvidenceFault[];
  /** How many of each were checked. */
  checked: {
    files: number;
    records: number;
    chains: number;
    receipts: number;
    /** Records that stand in the endpoint's log just as they are here. */
    logged: number;
    /** Records that were erased, whose places in the log are there. */
    erased: number;
    /** Acts of people and of the endpoint. */
    acts: number;
    /** Certificates of device keys. */
    certificates: number;
    policies: number;
    /** Decisions that were made again from their record and came out the same. */
    decisions: number;
  };
  /** Things a reader must know that are no tampering: clocks set back, effects that disagree, missing context. */
  notes: string[];
  /** What this pack cannot prove, in plain words. */
  limits: string[];
}

/** True of every pack (research: an honest chain of a dishonest machine is still a chain). */
export const GENERAL_LIMITS: readonly string[] = [
  'The chain proves what was recorded, not that everything was: a disabled extension or another browser leaves no record here.',
  'Device keys cannot be exported through the browser, but they are not bound to hardware: an administrator of the machine can copy the profile.',
  'The holder of a device key could have written other records before they were first sent to the endpoint.',
  'Device clocks can be wrong; the order is that of the sequence numbers.',
  'Records hold no prompt text, so whether the classifier was right about the text cannot be checked from them.',
  'A device that never sent anything has no chain here: compare the devices of the pack with your own inventory.',
];

export function emptyReport(): EvidenceReport {
  const checked = {
    files: 0,
    records: 0,
    chains: 0,
    receipts: 0,
    logged: 0,
    erased: 0,
    acts: 0,
    certificates: 0,
    policies: 0,
    decisions: 0,
  };
  return { ok: true, faults: [], checked, notes: [], limits: [...GENERAL_LIMITS] };
}

export function addFault(report: EvidenceReport, code: string, where: string, message: string): void {
  report.faults.push({ code, where, message });
}
