/** What every way out has in common: it is given a few events, and says whether the receiver has them. */
import type { OcsfEvent } from './ocsf/ocsf-event.ts';

export interface OutEvent {
  /** Of the entry in the feed. */
  position: number;
  event: OcsfEvent;
  /** The event as compact JSON. */
  json: string;
}

/**
 * `later`: the receiver is away, busy or does not let us in; nothing is wrong with the events. `refused`: it will never
 * take these events. `code` is a short name that holds nothing of the events and no secret.
 */
export type Delivery =
  | { ok: true }
  | { ok: false; kind: 'later' | 'refused'; code: string; retryAfterMs?: number | undefined };

export interface Transport {
  /** Never rejects. All events or none count as delivered. `signal` ends the attempt at once. */
  send(events: readonly OutEvent[], signal: AbortSignal): Promise<Delivery>;
  close(): void;
}

export const later = (code: string, retryAfterMs?: number): Delivery => ({
  ok: false,
  kind: 'later',
  code,
  retryAfterMs,
});
export const refused = (code: string): Delivery => ({ ok: false, kind: 'refused', code });
