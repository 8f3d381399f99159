/** Which countries a text speaks of, so that `Turkish ID` says whose number follows. */
import { cueWords } from '../../detector.ts';
import type { Scan } from '../../scan.ts';
import { COUNTRY_WORDS } from './country-words.data.ts';

const REGIONS = new Map<string, string[]>();
for (const [region, words] of Object.entries(COUNTRY_WORDS))
  for (const word of words.split('|')) REGIONS.set(word, [...(REGIONS.get(word) ?? []), region]);

export const COUNTRIES = cueWords('country', ...REGIONS.keys());
/** A text that names more than these is about countries, not about one person's number. */
const MOST = 6;

const known = new WeakMap<Scan, Set<string>>();

/** The regions a text names, ISO 3166-1 alpha-2. Empty when there are too many. */
export function namedRegions(scan: Scan): ReadonlySet<string> {
  let named = known.get(scan);
  if (named === undefined) {
    named = new Set();
    const { starts, ends } = scan.words(COUNTRIES);
    for (let i = 0; i < starts.length && named.size <= MOST; i += 1)
      for (const region of REGIONS.get(scan.folded.slice(starts[i], ends[i])) ?? []) named.add(region);
    if (named.size > MOST) named.clear();
    known.set(scan, named);
  }
  return named;
}
