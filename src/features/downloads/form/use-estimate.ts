import { useQuery } from '@tanstack/react-query';
import type { Api } from '../../../contract/api.ts';
import { estimate, type Estimate } from '../../../extract/plan/estimate.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { pageSizeOf } from '../machine/page-size.ts';
import type { Preview } from '../prepare/preview.ts';
import type { Sample } from '../prepare/sample.ts';

/** v1 gives no more than this, whatever is asked for (CONTRACT §4.1). */
const V1_PAGE = 100;

/** Texts of traces shrink to about a quarter; measured on the sample workspace. */
const PARQUET_SHARE = 0.25;

export function useEstimate(
  api: Api,
  spec: ExtractSpec,
  sample: Sample | undefined,
  preview: Preview | undefined,
): Estimate | undefined {
  const query = sample?.tasks[0]?.query;
  const { data } = useQuery({
    queryKey: [api.connectionId, 'download-pace', query],
    queryFn: async ({ signal }) => ({
      generation: (await api.info(signal)).generation,
      pace: await api.runsPace(query!, signal),
      rootsPace: await api.runsPace({ ...query!, window: {}, runIds: ['any'] }, signal),
    }),
    enabled: query !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  if (!sample || !preview || !data) return undefined;
  const size = pageSizeOf(spec);
  const guess = estimate({
    kind: spec.kind,
    tasks: sample.tasks,
    pageSize: data.generation === 'v1' ? Math.min(V1_PAGE, size) : size,
    count: sample.count,
    pace: data.pace,
    rootsPace: data.rootsPace,
    sampled: {
      parts: sample.runs.length,
      rows: preview.rows.length,
      bytes: preview.bytes,
      isAll: sample.isAll,
      milliseconds: sample.milliseconds,
    },
  });
  const isSmaller = spec.format === 'parquet' && guess.bytes !== undefined;
  return isSmaller ? { ...guess, bytes: Math.round(guess.bytes! * PARQUET_SHARE) } : guess;
}
