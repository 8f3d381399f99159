/** Tells the open streams of a tenant what was just committed on this node. */
import type { StreamEvents } from './api/stream.ts';

export type HubEvent = { [K in keyof StreamEvents]: { event: K; data: StreamEvents[K] } }[keyof StreamEvents];

export interface Hub {
  publish(tenant: string, events: HubEvent[]): void;
  /** @returns Ends the subscription. */
  subscribe(tenant: string, listener: (events: HubEvent[]) => void, onClose: () => void): () => void;
  /** End every subscription: the server stops. */
  close(): void;
}

export function createHub(): Hub {
  const subscribers = new Set<{ tenant: string; listener: (events: HubEvent[]) => void; onClose: () => void }>();
  return {
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
