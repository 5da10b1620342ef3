import { useQuery } from '@tanstack/react-query';
import type { Api } from '../../../contract/api.ts';
import type { ExtractKind, ExtractSource } from '../../../extract/spec.ts';
import { readSample } from '../prepare/sample.ts';

/** Columns whose values are only asked for when they are wanted. */
const HEAVY = ['extra', 'events', 'dotted_order', 'reference_example_id'];

export function useSample(api: Api, kind: ExtractKind, source: ExtractSource, columns: readonly string[]) {
  const extra = kind === 'runs' ? HEAVY.filter((name) => columns.includes(name)) : [];
  return useQuery({
    queryKey: [api.connectionId, 'download-sample', kind, source, extra],
    queryFn: ({ signal }) => readSample(api, kind, source, extra, signal),
    staleTime: Infinity,
    // The client repeats what is worth repeating.
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
