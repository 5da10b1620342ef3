import { QueryCache, QueryClient } from '@tanstack/react-query';
import { reportError } from './report-error.ts';

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A server that answers again is seen to do so, without asking it for that alone.
      onSuccess(_data, { queryKey: [connectionId, what] }) {
        const info = { queryKey: [connectionId, 'info'], exact: true };
        if (what !== 'info' && client.getQueryState(info.queryKey)?.status === 'error') {
          void client.refetchQueries(info);
        }
      },
      // The page that asked shows the error; here it is kept for a report.
      onError: (error, query) => reportError(error, `query ${JSON.stringify(query.queryKey[1])}`),
    }),
    defaultOptions: {
      queries: {
        // The api room repeats what is worth repeating, within the rate budget; twice would be too often.
        retry: false,
        // Focus and reconnection must not spend a rate budget of ten requests.
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        // The engine answers without a network.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
