/** What the reader takes from a guard. */
import * as z from 'zod/mini';
import type { ReaderRequest } from './reader-protocol.ts';

export const readerRequest: z.ZodMiniType<ReaderRequest> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().check(z.minimum(0)),
    texts: z.nullable(z.array(z.tuple([z.string(), z.string()]))),
  }),
  z.strictObject({ type: z.literal('chunk'), base64: z.string() }),
]);
