/** The detectors an organisation's own policy adds. */
import type { CustomerData } from '../customer-data.ts';
import type { Detector } from '../detector.ts';
import { documentDetector } from './documents.ts';
import { keyedHash } from './keyed-hash.ts';
import { patternDetector } from './patterns.ts';
import { recordDetector } from './records.ts';
import { termDetector } from './terms.ts';

/** `customer`: out of a compiled policy, so that nothing in it can fail here. */
export function customerDetectors(customer: CustomerData | null): Detector[] {
  if (customer === null) return [];
  const { key, terms = [], records = [], documents = [], patterns = [] } = customer;
  const hash = key === undefined ? null : keyedHash(key);
  return [
    ...terms.map(termDetector),
    ...(hash === null ? [] : records.map((set) => recordDetector(set, hash))),
    ...(hash === null ? [] : documents.map((document) => documentDetector(document, hash))),
    ...patterns.map(patternDetector),
  ];
}
