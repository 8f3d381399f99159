/** What the inbox is narrowed to. Without anything in the address it shows what is open. */
import * as z from 'zod/mini';
import type { IncidentItem, IncidentQuery } from '../../api/incidents.ts';

/** Most urgent first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies IncidentItem['severity'][];
export const STATUSES = ['open', 'investigating', 'closed'] as const satisfies IncidentItem['status'][];

export const incidentSearch = z.object({
  status: z.catch(z.optional(z.enum([...STATUSES, 'any'])), undefined),
  severity: z.catch(z.optional(z.enum(SEVERITIES)), undefined),
});
export type IncidentSearch = z.infer<typeof incidentSearch>;

export function toIncidentQuery({ status = 'open', severity }: IncidentSearch): IncidentQuery {
  return { ...(status !== 'any' && { status }), ...(severity !== undefined && { severity }) };
}

export function fitsInbox(incident: IncidentItem, search: IncidentSearch): boolean {
  const { status, severity } = toIncidentQuery(search);
  return (
    (status === undefined || incident.status === status) && (severity === undefined || incident.severity === severity)
  );
}
