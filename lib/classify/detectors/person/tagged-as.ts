import type { Candidate } from '../../detector.ts';
import type { NameType } from '../../names/tag-names.ts';
import { overlapTest } from '../../overlap.ts';
import type { Scan } from '../../scan.ts';

/** What the tagger read as names of one type, at least so sure. */
export function taggedAs(scan: Scan, type: NameType, least = 0): Candidate[] {
  return (scan.names() ?? [])
    .filter((span) => span.type === type && span.confidence >= least)
    .map(({ start, end, confidence }) => ({ start, end, confidence, evidence: ['model'] }));
}

/**
 * People by the form around their names, where the tagger does not say otherwise: it is surer of where a name ends. Where
 * both see the same, the surer of them counts.
 */
export function besideTagged(scan: Scan, people: readonly Candidate[]): Candidate[] {
  const tagged = taggedAs(scan, 'PERSON');
  const isTagged = overlapTest(tagged.map((span) => ({ ...span, type: 'PERSON' })));
  const byStart = new Map(tagged.map((span) => [span.start, span]));
  return people.flatMap((each) => {
    const same = byStart.get(each.start);
    if (same?.end === each.end) return [{ ...each, confidence: Math.max(each.confidence, same.confidence) }];
    return isTagged({ ...each, type: 'PERSON' }) ? [] : [each];
  });
}
