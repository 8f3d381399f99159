/** What a permit is asked for with, where it crosses to the background. The guard makes it: it needs no schema. */
import * as z from 'zod/mini';

const digest = z.string().check(z.length(64));

/** What the guard asks for. Everything in it is a keyed digest or a name. */
export const permitRequest = z.strictObject({
  app: z.string().check(z.maxLength(64)),
  /** Of method and address: `targetDigest`. */
  target: digest,
  /** Of the exact bytes where the guard knows them; `form` where the browser writes the body from fields; null for none. */
  body: z.nullable(z.union([digest, z.literal('form')])),
  /** Purpose `part`: the texts that may leave, approved or found harmless. */
  parts: z.array(digest).check(z.maxLength(2000)),
  /** True when the guard read bytes that the gate may not see (Blob, stream, file): covers one unreadable body. */
  opaque: z.boolean(),
});
export type PermitRequest = z.infer<typeof permitRequest>;
