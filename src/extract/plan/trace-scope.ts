/**
 * A question about runs, said about whole traces instead: the parts that spoke of the root go to
 * `trace_filter`, those that spoke of any run to `tree_filter` (FILTER-LANGUAGE §8).
 */
import type { RunQuery } from '../../contract/api.ts';
import { allOf } from '../../lib/all-of.ts';

const compare = (field: string, value: string) => `eq(${field}, ${JSON.stringify(value)})`;

/** The arguments of `list_runs` that speak of one run, as filter text. */
const ownConditions = ({ filter, runType, error, parentRunId }: RunQuery): string | undefined =>
  allOf(
    filter,
    runType && compare('run_type', runType),
    parentRunId && compare('parent_run_id', parentRunId),
    error === undefined ? undefined : error ? compare('status', 'error') : 'neq(status, "error")',
  );

export interface TraceScope {
  readonly traceFilter?: string;
  readonly treeFilter?: string;
  /** What could not be said exactly, as a sentence. */
  readonly remark?: string;
}

export function traceScope(query: RunQuery): TraceScope {
  const own = ownConditions(query);
  if (query.isRoot === true) {
    const traceFilter = allOf(query.traceFilter, own);
    return {
      ...(traceFilter === undefined ? {} : { traceFilter }),
      ...(query.treeFilter ? { treeFilter: query.treeFilter } : {}),
    };
  }
  const both = own !== undefined && Boolean(query.treeFilter);
  const treeFilter = allOf(query.treeFilter, own);
  return {
    ...(query.traceFilter ? { traceFilter: query.traceFilter } : {}),
    ...(treeFilter === undefined ? {} : { treeFilter }),
    ...(both
      ? {
          remark:
            'The filter of the runs and the any-run filter are asked as one: some run of the trace must satisfy both.',
        }
      : {}),
  };
}
