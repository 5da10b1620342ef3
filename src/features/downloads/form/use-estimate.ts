import { useQuery } from '@tanstack/react-query';
import type { Api, RunField } from '../../../contract/api.ts';
import { estimate, type Estimate } from '../../../extract/plan/estimate.ts';
import { FIND_FIELDS, partFields } from '../../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { pageSizeOf } from '../machine/page-size.ts';
import type { Preview } from '../prepare/preview.ts';
import type { Sample } from '../prepare/sample.ts';

/** v1 gives no more than this, whatever is asked for (CONTRACT §4.1). */
const V1_PAGE = 100;

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
      idsPace: await api.runsPace({ ...query!, window: {}, runIds: ['any'] }, signal),
    }),
    enabled: query !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  if (!sample || !preview || !data) return undefined;
  const { source, kind } = spec;
  const isV1 = data.generation === 'v1';
  const sizeOf = (fields: readonly RunField[]) => Math.min(isV1 ? V1_PAGE : Infinity, pageSizeOf(fields));
  const finds = sample.tasks[0]?.finds;
  const partSize = sizeOf(partFields(spec));
  return estimate({
    kind,
    tasks: sample.tasks,
    ...(source.kind === 'question' && source.limit !== undefined ? { limit: source.limit } : {}),
    pageSize: finds === undefined ? partSize : sizeOf(FIND_FIELDS[finds]),
    partPageSize: partSize,
    count: sample.counted.runs,
    feedback: sample.counted.feedback,
    pace: data.pace,
    idsPace: data.idsPace,
    sampled: {
      looked: sample.looked,
      groups: sample.groups,
      parts: sample.runs.length,
      rows: preview.rows.length,
      bytes: preview.bytes,
      isAll: sample.isAll,
      milliseconds: sample.milliseconds,
    },
  });
}
