/** What the background answers guards. `sessionOffer`, to `guard.open`: everything a guard needs to judge on its own. */
import * as z from 'zod/mini';
import { DATA_CLASSES } from '../classify/finding.ts';
import { LANGUAGES } from '../language/language.ts';
import { approvalSchema } from '../pipeline/approvals.ts';
import { policySchema } from '../policy/schema.ts';
import { decisionFields, FRESHNESS, policyRef } from '../records/record-fields.ts';

/** Key in local storage that changes whenever guards have to open their session anew. */
export const POLICY_STAMP = 'policyStamp';

export const sessionOffer = z.strictObject({
  policy: policySchema,
  policyRef,
  freshness: z.enum(FRESHNESS),
  subject: decisionFields.subject,
  /** 32 random bytes, base64: the key of lib/pipeline/digest.ts. */
  digestKey: z.string(),
  context: z.strictObject({
    accountKind: z.enum(['personal', 'corporate', 'anonymous', 'unknown']),
    groups: z.array(z.string()),
    coverage: z.enum(['full', 'partial', 'none']),
    waitingForPolicy: z.boolean(),
  }),
  language: z.enum(LANGUAGES),
});
export type SessionOffer = z.infer<typeof sessionOffer>;

const confidence = z.number().check(z.minimum(0), z.maximum(1));
const offset = z.int().check(z.minimum(0));

/** Value of the answer to `guard.classify`. */
export const classified = z.strictObject({
  findings: z.array(
    z.strictObject({
      type: z.string(),
      class: z.enum(DATA_CLASSES),
      detector: z.string(),
      part: offset,
      start: offset,
      end: offset,
      confidence,
      evidence: z.array(z.string()),
    }),
  ),
  uses: z.array(z.strictObject({ use: z.string(), confidence })),
});

/** Value of the answer to `guard.commit`: the id of the record that is on disk now. */
export const committed = z.strictObject({ id: z.string() });

/** Value of the answer to `guard.recall`. */
export const recalled = z.array(approvalSchema);
