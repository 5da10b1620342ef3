import { useQuery } from '@tanstack/react-query';
import type { Api, RunQuery, RunStats } from '../../../contract/api.ts';
import type { RunNumbers } from '../../../model/run-numbers.ts';
import type { TimeBuckets } from '../../../model/time-buckets.ts';
import type { TimeSpan } from '../../../model/timeline.ts';

/** At a time; the rows of the table must not wait behind them. */
const AT_ONCE = 4;

/** Statistics of every bar, one question each. Asked only when `isWanted`. */
export function useBucketNumbers(
  api: Api,
  query: RunQuery,
  buckets: TimeBuckets | undefined,
  span: TimeSpan | undefined,
  /** Of the rows beside the bars: counted again when they are read again. */
  readAt: number,
  isWanted: boolean,
) {
  return useQuery({
    queryKey: [api.connectionId, 'bucket-stats', query, buckets?.edges, span, readAt],
    queryFn: ({ signal }) => askAll(api, query, buckets!, span!, signal),
    enabled: isWanted && buckets !== undefined && span !== undefined,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

async function askAll(
  api: Api,
  query: RunQuery,
  { edges }: TimeBuckets,
  span: TimeSpan,
  signal: AbortSignal,
): Promise<readonly RunNumbers[]> {
  const answers: RunNumbers[] = [];
  let next = 0;
  const work = async () => {
    while (next < edges.length - 1) {
      const index = next++;
      const from = Math.max(span.from, edges[index]!);
      const to = Math.min(span.to, edges[index + 1]!);
      answers[index] = numbersOf(await api.runStats({ ...query, window: { from, to } }, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

/** LangSmith gives a rate of errors, not their number, and the pending ones as a facet. */
export function numbersOf(stats: RunStats): RunNumbers {
  const count = stats.runCount ?? 0;
  const statuses = stats.facets.filter(({ key }) => key === 'status');
  const pending = statuses.find(({ value }) => value === 'pending')?.count;
  return {
    count,
    ...(stats.errorRate === undefined ? {} : { errors: Math.round(stats.errorRate * count) }),
    ...(statuses.length === 0 ? {} : { pending: pending ?? 0 }),
    ...(stats.latencyP50 === undefined ? {} : { p50: stats.latencyP50 }),
    ...(stats.latencyP95 === undefined ? {} : { p95: stats.latencyP95 }),
    ...(stats.latencyP99 === undefined ? {} : { p99: stats.latencyP99 }),
    ...(stats.totalTokens === undefined ? {} : { tokens: stats.totalTokens }),
    ...(stats.totalCost === undefined ? {} : { cost: stats.totalCost }),
  };
}
