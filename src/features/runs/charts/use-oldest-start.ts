import { useQuery } from '@tanstack/react-query';
import type { Api, RunQuery } from '../../../contract/api.ts';

/** Where the matches of all time begin: one run is asked for, the oldest. Undefined until it is known. */
export function useOldestStart(api: Api, query: RunQuery, isWanted: boolean): number | undefined {
  const { data } = useQuery({
    queryKey: [api.connectionId, 'oldest-start', query],
    queryFn: async ({ signal }) => {
      const page = await api.queryRuns(
        { ...query, order: 'asc' },
        { pageSize: 1 },
        { previews: false, metadata: false },
        signal,
      );
      return page.rows[0]?.startTime ?? null;
    },
    enabled: isWanted,
    staleTime: Infinity,
    retry: false,
  });
  return data ?? undefined;
}
