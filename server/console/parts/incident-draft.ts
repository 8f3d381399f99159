/** Unsaved work on incidents, kept in this page only, so that neither a look elsewhere nor an ended session loses it. */
import type { IncidentItem } from '../../api/incidents.ts';
import type { IncidentChange } from '../data/change-incidents.ts';

export interface IncidentDraft {
  /** The incident as it was when the work began. */
  base: IncidentItem;
  change: IncidentChange;
}

const drafts = new Map<string, IncidentDraft>();
const keyOf = (user: string, id: string) => JSON.stringify([user, id]);

export function recallDraft(user: string, id: string): IncidentDraft | null {
  return drafts.get(keyOf(user, id)) ?? null;
}

export function rememberDraft(user: string, id: string, draft: IncidentDraft): void {
  drafts.set(keyOf(user, id), draft);
}

export function forgetDraft(user: string, id: string): void {
  drafts.delete(keyOf(user, id));
}
