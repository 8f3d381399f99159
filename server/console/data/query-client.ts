/** The one cache of the page. Whoever meets an ended session ends it for the whole page. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Fault, isSignedOut } from './client.ts';

export const SESSION_KEY = ['session'];

export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) client.setQueryData(SESSION_KEY, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // An endpoint inside the company can be there while the browser believes to be offline.
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && error instanceof Fault && error.isPassing,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
