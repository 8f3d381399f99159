/** What an approval looks like where it crosses to the background. The guard makes them: it needs no schema. */
import * as z from 'zod/mini';

const keyedDigest = z.string().check(z.length(64));

/** `sent`: may leave as it is. `redacted`: has left redacted, and does so again. */
export const approvalSchema = z.strictObject({
  /** Of a part, of a file, or of a value in a part. */
  digest: keyedDigest,
  /** Id of the record. */
  decision: z.string().check(z.maxLength(64)),
  outcome: z.enum(['sent', 'redacted']),
});
export type Approval = z.infer<typeof approvalSchema>;
