/** Puts what the stream or an answer says into everything the page holds. */
import type { QueryClient } from '@tanstack/react-query';
import type { DecisionDetail, DecisionItem } from '../../api/decisions.ts';
import type { IncidentDetail, IncidentItem } from '../../api/incidents.ts';
import { type DecisionSearch, fits } from './decision-filter.ts';
import { fitsInbox, type IncidentSearch } from './incident-filter.ts';
import { insertItem, type Pages, replaceItem } from './live-list.ts';

/** A decision that is new, or whose effect was observed. */
export function keepDecision(client: QueryClient, decision: DecisionItem, now: number): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ['decisions'] })) {
    const search = query.queryKey[1] as DecisionSearch;
    client.setQueryData<Pages<DecisionItem>>(query.queryKey, (pages) => {
      if (pages === undefined) return undefined;
      return fits(decision, search, now) ? insertItem(pages, decision, ({ ts }) => ts) : replaceItem(pages, decision);
    });
  }
  client.setQueryData<DecisionDetail>(['decision', decision.id], (detail) => detail && { ...detail, decision });
}

/**
 * An incident that is new or changed; one that is older than what is held is ignored. Lists keep one that no longer fits
 * their filter, changed, so that taking the change back finds its row again; the inbox shows only what fits.
 */
export function keepIncident(client: QueryClient, incident: IncidentItem): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ['incidents'] })) {
    const search = query.queryKey[1] as IncidentSearch;
    client.setQueryData<Pages<IncidentItem>>(query.queryKey, (pages) => {
      if (pages === undefined || isNewer(find(pages, incident.id), incident)) return pages;
      return fitsInbox(incident, search)
        ? insertItem(pages, incident, ({ createdAt }) => createdAt)
        : replaceItem(pages, incident);
    });
  }
  client.setQueryData<IncidentDetail>(['incident', incident.id], (detail) =>
    detail === undefined || isNewer(detail.incident, incident) ? detail : { ...detail, incident },
  );
}

function find(pages: Pages<IncidentItem>, id: string): IncidentItem | undefined {
  return pages.pages.flatMap(({ items }) => items).find((item) => item.id === id);
}

function isNewer(held: IncidentItem | undefined, incoming: IncidentItem): boolean {
  return held !== undefined && held.version > incoming.version;
}
