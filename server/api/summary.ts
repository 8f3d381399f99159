import { z } from '@hono/zod-openapi';
import { DATA_CLASSES } from '../../lib/classify/finding.ts';
import { ACTIONS } from '../../lib/policy/decision.ts';
import { milliseconds } from './common.ts';

export const WINDOWS = { '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const;

export const summaryQuery = z.object({ window: z.enum(['24h', '7d', '30d']).default('24h') });

export const summaryResponse = z
  .object({
    window: z.object({ from: milliseconds, to: milliseconds }),
    /**
     * Who may not read single decisions is told no number about fewer people than this, nor what would give one away: null
     * stands for it, and lists leave it out. Null: everything is told.
     */
    minGroup: z.number().int().nullable(),
    /** Those that arrived in the window, by the endpoint's clock: a device's clock can be wrong, or its records old. */
    decisions: z.object({
      total: z.number().nullable(),
      byAction: z.record(z.enum(ACTIONS), z.number().nullable()),
      /** Decisions with at least one finding of the class. */
      byClass: z.partialRecord(z.enum(DATA_CLASSES), z.number().nullable()),
      /** The ten most used. */
      byApp: z.array(z.object({ app: z.string(), decisions: z.number() })),
    }),
    /** Not closed, of all time. */
    openIncidents: z.object({
      low: z.number().nullable(),
      medium: z.number().nullable(),
      high: z.number().nullable(),
      critical: z.number().nullable(),
    }),
    devices: z.object({ total: z.number(), active: z.number().nullable() }),
    /** AI sites that nobody listed, by registrable domain; those of most devices first, ten at most. */
    discovered: z.array(z.object({ domain: z.string(), devices: z.number(), times: z.number() })),
    /** Lines that were refused, of all time. */
    deadLetters: z.number(),
    policy: z.object({ version: z.number(), digest: z.string(), publishedAt: milliseconds }).nullable(),
    /** The key that signs receipts and evidence. */
    serverKey: z.object({ kid: z.string(), publicKey: z.string() }),
  })
  .openapi('Summary');
export type SummaryResponse = z.infer<typeof summaryResponse>;
