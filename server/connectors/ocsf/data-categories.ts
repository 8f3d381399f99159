/** What was found, as OCSF's classifications: kinds and counts, never values. */
import type { DataClass } from '../../../lib/classify/finding.ts';
import type { RecordOf } from '../../../lib/records/record.ts';

type Findings = RecordOf<'decision'>['findings'];

/** OCSF `category_id` of data classifications. */
const CATEGORY = { personal: 1, financial: 3, business: 4, security: 6 } as const;
const CAPTION = { 1: 'Personal', 3: 'Financial', 4: 'Business', 6: 'Security' } as const;

const CATEGORY_OF: Record<DataClass, (typeof CATEGORY)[keyof typeof CATEGORY]> = {
  PII: CATEGORY.personal,
  PHI: CATEGORY.personal,
  PCI: CATEGORY.financial,
  SECRET: CATEGORY.security,
  SOURCE_CODE: CATEGORY.business,
  CONFIDENTIAL: CATEGORY.business,
  CUSTOM: CATEGORY.business,
  PROMPT_RISK: CATEGORY.security,
};

/** One classification for each data class that was found. */
export function classificationsOf(findings: Findings, engine: { name: string; version: string }) {
  const classes = [...new Set(findings.map((finding) => finding.class))];
  return classes.map((dataClass) => {
    const own = findings.filter((finding) => finding.class === dataClass);
    const category_id = CATEGORY_OF[dataClass];
    return {
      category_id,
      category: CAPTION[category_id],
      classifier_details: { type: dataClass, name: `${engine.name} ${engine.version}` },
      discovery_details: own.map(({ type, count }) => ({ type, count })),
      total: own.reduce((sum, { count }) => sum + count, 0),
    };
  });
}
