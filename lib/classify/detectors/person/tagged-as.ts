import type { Candidate } from '../../detector.ts';
import type { NameType } from '../../names/tag-names.ts';
import type { Scan } from '../../scan.ts';

/** What the tagger read as names of one type. */
export function taggedAs(scan: Scan, type: NameType): Candidate[] {
  return (scan.names() ?? [])
    .filter((span) => span.type === type)
    .map(({ start, end, confidence }) => ({ start, end, confidence, evidence: ['model'] }));
}
