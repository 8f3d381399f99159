/** The live connection: one for the page, put into the cache, and told as `live` or `lost`. */
import type { QueryClient } from '@tanstack/react-query';
import type { StreamEvents } from '../../api/stream.ts';
import { keepDecision, keepIncident } from './keep-current.ts';
import { SESSION_KEY } from './query-client.ts';

export type StreamState = 'connecting' | 'live' | 'lost';

export interface Stream {
  state(): StreamState;
  /** @returns Ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Try now instead of when the browser next would. */
  reconnect(): void;
  close(): void;
}

const AGAIN_MS = 3_000;
/** Counts are asked for again at most this often, however much arrives. */
const SETTLE_MS = 1_500;

export function openStream(client: QueryClient): Stream {
  const listeners = new Set<() => void>();
  let state: StreamState = 'connecting';
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let settle: ReturnType<typeof setTimeout> | undefined;

  const become = (next: StreamState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const recount = () => {
    settle ??= setTimeout(() => {
      settle = undefined;
      void client.invalidateQueries({ queryKey: ['summary'] });
    }, SETTLE_MS);
  };
  const on = <K extends keyof StreamEvents>(name: K, act: (data: StreamEvents[K]) => void) =>
    source!.addEventListener(name, (event) => act(JSON.parse((event as MessageEvent<string>).data)));

  const connect = () => {
    clearTimeout(again);
    source?.close();
    source = new EventSource('/v1/stream');
    on('hello', () => {
      become('live');
      // Something may have happened between what is on screen and now.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    });
    on('decision', (decision) => {
      keepDecision(client, decision, Date.now());
      recount();
    });
    on('incident', (incident) => {
      keepIncident(client, incident);
      void client.invalidateQueries({ queryKey: ['incident', incident.id] });
      recount();
    });
    source.onerror = () => {
      become('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      // The answer was no stream: perhaps the session has ended, which the session itself will say.
      void client.invalidateQueries({ queryKey: SESSION_KEY });
      again = setTimeout(connect, AGAIN_MS);
    };
  };
  connect();

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reconnect: connect,
    close() {
      clearTimeout(again);
      clearTimeout(settle);
      source?.close();
    },
  };
}
