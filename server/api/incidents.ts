import { z } from '@hono/zod-openapi';
import { SEVERITIES } from '../../lib/policy/terms.ts';
import { INCIDENT_KINDS } from '../ingest/incident-causes.ts';
import { milliseconds, pageQuery, text } from './common.ts';
import { decisionItem } from './decisions.ts';

export const STATUSES = ['open', 'investigating', 'closed'] as const;
/** Why an incident was closed. `resolved` is also what the server says when a missing record arrives. */
export const VERDICTS = ['true_positive', 'false_positive', 'benign', 'duplicate', 'resolved'] as const;

export const incidentQuery = z.object({
  status: z.enum(STATUSES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  ...pageQuery,
});
export type IncidentQuery = z.input<typeof incidentQuery>;

export const incidentItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(INCIDENT_KINDS),
    severity: z.enum(SEVERITIES),
    status: z.enum(STATUSES),
    verdict: z.enum(VERDICTS).nullable(),
    assignee: z.string().nullable(),
    /** Send it back with a change. */
    version: z.number(),
    createdAt: milliseconds,
    updatedAt: milliseconds,
    device: z.uuid(),
    /** Pseudonym of whose device it was; null when nobody is known, or not any more. */
    person: z.string().nullable(),
    /** The place in a chain it is about, when it is about one. */
    chain: z.uuid().nullable(),
    seq: z.number().nullable(),
    /** The decision it is about, when it is about one. */
    decision: z.uuid().nullable(),
  })
  .openapi('Incident');
export type IncidentItem = z.infer<typeof incidentItem>;

export const incidentPage = z
  .object({ items: z.array(incidentItem), nextCursor: z.string().nullable() })
  .openapi('IncidentPage');
export type IncidentPage = z.infer<typeof incidentPage>;

export const incidentDetail = z
  .object({
    incident: incidentItem,
    decision: decisionItem.nullable(),
    /** Oldest first. */
    history: z.array(
      z.object({
        at: milliseconds,
        actor: z.string(),
        changes: z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string().nullable() })),
        note: z.string().nullable(),
      }),
    ),
  })
  .openapi('IncidentDetail');
export type IncidentDetail = z.infer<typeof incidentDetail>;

export const incidentPatch = z
  .object({
    /** The version this change is based on. */
    version: z.number().int().min(1),
    status: z.enum(STATUSES).optional(),
    verdict: z.enum(VERDICTS).nullable().optional(),
    assignee: text(128).nullable().optional(),
    note: text(4000).optional(),
  })
  .strict()
  .openapi('IncidentPatch');
export type IncidentPatchBody = z.input<typeof incidentPatch>;
