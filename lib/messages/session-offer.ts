/** What the background answers guards. `sessionOffer`, to `guard.open`: everything a guard needs to judge on its own. */
import * as z from 'zod/mini';
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

/** Value of the answer to `guard.commit`: the id of the record that is on disk now. */
export const committed = z.strictObject({ id: z.string() });

/** Value of the answer to `guard.recall`. */
export const recalled = z.array(approvalSchema);
