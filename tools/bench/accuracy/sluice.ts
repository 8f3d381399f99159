/** The classifier as the product runs it. */
import { openClassifier } from '../../open-classifier.ts';
import type { Find } from './finders.ts';

/** Source code and confidentiality markings are about whole texts: they point at no value, and are not counted. */
const COUNTED: ReadonlySet<string> = new Set(['PII', 'PHI', 'PCI', 'SECRET', 'CUSTOM']);

/** @param least Findings below this confidence do not count. */
export async function sluice(least: number): Promise<Find> {
  const { classify } = await openClassifier();
  return async (text) => ({
    spans: classify(text).filter((finding) => COUNTED.has(finding.class) && finding.confidence >= least),
    uses: [],
  });
}
