import type { Candidate } from '../../detector.ts';
import type { NameType } from '../../names/tag-names.ts';
import type { Scan } from '../../scan.ts';

/** What the tagger read as names of one type, at least so sure. */
export function taggedAs(scan: Scan, type: NameType, least = 0): Candidate[] {
  return (scan.names() ?? [])
    .filter((span) => span.type === type && span.confidence >= least)
    .map(({ start, end, confidence }) => ({ start, end, confidence, evidence: ['model'] }));
}
