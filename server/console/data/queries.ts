/** What the pages read, one entry a resource. Keys start with the resource, so that the stream can find them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, isSignedOut } from './client.ts';
import { type DecisionSearch, toQuery } from './decision-filter.ts';
import type { DeviceSearch } from './device-filter.ts';
import { type IncidentSearch, toIncidentQuery } from './incident-filter.ts';
import { SESSION_KEY } from './query-client.ts';

const PAGE_SIZE = 50;
const MINUTE_MS = 60_000;
const QUARTER_MINUTE_MS = 15_000;

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: ({ signal }) =>
    call('GET /v1/session', { signal }).catch((error) => {
      if (isSignedOut(error)) return null;
      throw error;
    }),
  staleTime: 5 * MINUTE_MS,
  gcTime: Number.POSITIVE_INFINITY,
});

/** What the sign-in page offers. */
export const signInWaysQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => call('GET /v1/sign-in', { signal }),
  staleTime: 5 * MINUTE_MS,
});

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => call('GET /v1/people', { signal }),
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call('GET /v1/sessions', { signal }),
});

export const devicesQuery = (search: DeviceSearch) =>
  infiniteQueryOptions({
    queryKey: ['devices', search],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/devices', { query: { ...search, limit: PAGE_SIZE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // Devices come, and are heard of, without an event. Who has loaded a lot is looking for something.
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.pages.length <= 2 ? QUARTER_MINUTE_MS : false,
  });

export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['device', id],
    queryFn: ({ signal }) => call('GET /v1/devices/{id}', { params: { id }, signal }),
    refetchInterval: QUARTER_MINUTE_MS,
  });

export const certificatesQuery = (device: string) =>
  queryOptions({
    queryKey: ['certificates', device],
    queryFn: ({ signal }) => call('GET /v1/devices/{id}/certificates', { params: { id: device }, signal }),
    refetchInterval: QUARTER_MINUTE_MS,
  });

export const tokensQuery = queryOptions({
  queryKey: ['enrolment-tokens'],
  queryFn: ({ signal }) => call('GET /v1/enrolment-tokens', { signal }),
  refetchInterval: QUARTER_MINUTE_MS,
});

export const connectorsQuery = queryOptions({
  queryKey: ['connectors'],
  queryFn: ({ signal }) => call('GET /v1/connectors', { signal }),
  // They move all the time, and whoever looks wants to see whether they do.
  refetchInterval: 3_000,
});

export const deadLettersQuery = (name: string) =>
  queryOptions({
    queryKey: ['connectors', name, 'dead-letters'],
    queryFn: ({ signal }) => call('GET /v1/connectors/{name}/dead-letters', { params: { name }, signal }),
    refetchInterval: 3_000,
  });

export const summaryQuery = queryOptions({
  queryKey: ['summary'],
  queryFn: ({ signal }) => call('GET /v1/summary', { query: { window: '24h' }, signal }),
  // Devices fall silent without an event.
  refetchInterval: MINUTE_MS,
});

export const decisionsQuery = (search: DecisionSearch) =>
  infiniteQueryOptions({
    queryKey: ['decisions', search],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/decisions', {
        query: { ...toQuery(search, Date.now()), limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id],
    queryFn: ({ signal }) => call('GET /v1/decisions/{id}', { params: { id }, signal }),
  });

export const incidentsQuery = (search: IncidentSearch, limit = PAGE_SIZE) =>
  infiniteQueryOptions({
    queryKey: ['incidents', search, limit],
    queryFn: ({ pageParam, signal }) =>
      call('GET /v1/incidents', {
        query: { ...toIncidentQuery(search), limit, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => call('GET /v1/incidents/{id}', { params: { id }, signal }),
  });
