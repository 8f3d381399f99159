/** The classifier as the product runs it, with its models. */
import { openClassifier } from '../../open-classifier.ts';
import type { Find } from './finders.ts';

/** Source code, markings and risks are about whole texts: they point at no value, and are not counted. */
const COUNTED: ReadonlySet<string> = new Set(['PII', 'PHI', 'PCI', 'SECRET', 'CUSTOM']);

/** @param least Findings below this confidence do not count. */
export async function sluice(least: number): Promise<Find> {
  const classifier = await openClassifier();
  return async (text) => {
    const { findings, uses } = classifier.classifyPrompt({ parts: [{ role: 'user', kind: 'text', text }] });
    return {
      spans: findings.filter((finding) => COUNTED.has(finding.class) && finding.confidence >= least),
      uses: uses.filter(({ confidence }) => confidence >= least).map(({ use }) => use),
    };
  };
}
