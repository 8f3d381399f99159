/** What the page about privacy reads. */
import { queryOptions } from '@tanstack/react-query';
import { PRIVACY_KEY } from './change-privacy.ts';
import { call } from './client.ts';

/** Somebody else asks, votes and does: looked at again while the page is open. */
const AGAIN_MS = 15_000;

/** @param mine Only what one asked for oneself. */
export const proposalsQuery = (mine: boolean) =>
  queryOptions({
    queryKey: [PRIVACY_KEY, 'proposals', mine],
    queryFn: ({ signal }) => call(mine ? 'GET /v1/proposals/mine' : 'GET /v1/proposals', { signal }),
    refetchInterval: AGAIN_MS,
  });

export const publicationsQuery = queryOptions({
  queryKey: [PRIVACY_KEY, 'policies'],
  queryFn: ({ signal }) => call('GET /v1/policy-publications', { signal }),
  refetchInterval: AGAIN_MS,
});

export const holdsQuery = queryOptions({
  queryKey: [PRIVACY_KEY, 'holds'],
  queryFn: ({ signal }) => call('GET /v1/holds', { signal }),
});

export const retentionQuery = queryOptions({
  queryKey: [PRIVACY_KEY, 'retention'],
  queryFn: ({ signal }) => call('GET /v1/retention', { signal }),
});

export const actsQuery = queryOptions({
  queryKey: [PRIVACY_KEY, 'acts'],
  queryFn: ({ signal }) => call('GET /v1/acts', { signal }),
});
