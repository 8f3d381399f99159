/** What a device asks of its tenant's log. */
import { z } from '@hono/zod-openapi';

const count = (least: number) => z.coerce.number().int().min(least).max(Number.MAX_SAFE_INTEGER);

export const logQuery = z.object({
  from: count(0).default(0).openapi({ description: 'Entries of the checkpoint that the device saw last' }),
  chain: z.uuid().optional().openapi({ description: 'The chain of the device whose record is to be proven' }),
  seq: count(1)
    .optional()
    .openapi({ description: 'The number of that record; the newest logged one up to it is taken' }),
});
