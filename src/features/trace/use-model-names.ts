import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Api } from '../../contract/api.ts';
import type { TraceModel } from './trace-model.ts';
import { modelNamesOptions } from './trace-queries.ts';
import type { TraceStore } from './trace-store.ts';

/** The names that stand quietly in the rows of a wide tree; the panel says them of every run. */
export function useModelNames(
  api: Api,
  { tree, timeline }: TraceModel,
  store: TraceStore,
  isWanted: boolean,
): void {
  const modelRuns = tree.runs.reduce((count, { runType }) => count + (runType === 'llm' ? 1 : 0), 0);
  const { data: names } = useQuery(
    modelNamesOptions(api, tree.runs[0]!, timeline.origin, isWanted ? modelRuns : 0),
  );
  useEffect(() => {
    if (names) store.setState({ modelNames: names });
  }, [names, store]);
}
