/** Events of `GET /v1/stream`. Each has its name as `event` and this JSON as `data`. */
import type { DecisionItem } from './decisions.ts';
import type { IncidentItem } from './incidents.ts';

export interface StreamEvents {
  /** First event of every connection: ask again for what is on screen, something may have been missed before. */
  hello: { serverTime: number };
  /** New, or an effect was observed. */
  decision: DecisionItem;
  /** New or changed. */
  incident: IncidentItem;
}
