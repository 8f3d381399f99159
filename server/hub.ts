/** Tells the open streams of a tenant on this node what was just committed on any node. */
import type { StreamEvents } from './api/stream.ts';

export type HubEvent = { [K in keyof StreamEvents]: { event: K; data: StreamEvents[K] } }[keyof StreamEvents];

export interface Hub {
  /** Whether anybody on this node watches. */
  isWatched(tenant: string): boolean;
  publish(tenant: string, events: HubEvent[]): void;
  /** @returns Ends the subscription. */
  subscribe(tenant: string, listener: (events: HubEvent[]) => void, onClose: () => void): () => void;
  /** End every subscription: the server stops. */
  close(): void;
}

export function createHub(): Hub {
  const subscribers = new Set<{ tenant: string; listener: (events: HubEvent[]) => void; onClose: () => void }>();
  return {
    isWatched: (tenant) => [...subscribers].some((subscriber) => subscriber.tenant === tenant),
    publish(tenant, events) {
      for (const subscriber of subscribers) if (subscriber.tenant === tenant) subscriber.listener(events);
    },
    subscribe(tenant, listener, onClose) {
      const subscriber = { tenant, listener, onClose };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    close() {
      for (const { onClose } of subscribers) onClose();
      subscribers.clear();
    },
  };
}
