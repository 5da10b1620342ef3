/** All names that the arguments of a query go by, and ours. */

const NAMES = {
  projectId: 'project_id projectId project_ids projectIds session session_id sessionId session_ids',
  projectName: 'project_name projectName project_names projectNames project',
  filter: 'filter filter_string filterString',
  traceFilter: 'trace_filter traceFilter trace_filter_string traceFilterString',
  treeFilter: 'tree_filter treeFilter tree_filter_string treeFilterString',
  query: 'query ai_query aiQuery',
  runType: 'run_type runType',
  traceId: 'trace_id traceId trace',
  parentRunId: 'parent_run_id parentRunId parent_run parentRun',
  referenceExampleId:
    'reference_example_id referenceExampleId reference_example reference_examples referenceExamples',
  runIds: 'run_ids runIds id ids',
  isRoot: 'is_root isRoot',
  error: 'error has_error hasError',
  executionOrder: 'execution_order executionOrder',
  start: 'start_time startTime min_start_time minStartTime',
  end: 'end_time endTime max_start_time maxStartTime',
  select: 'select selects',
  limit: 'limit',
  pageSize: 'page_size pageSize',
  order: 'order sort_order sortOrder',
  aggregate: 'cursor skip_pagination skip_prev_cursor data_source_type use_experimental_search',
} as const;

export type ArgumentName = keyof typeof NAMES;

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([canonical, names]) =>
    names.split(' ').map((name) => [name, canonical as ArgumentName]),
  ),
);

export function canonicalName(name: string): ArgumentName | undefined {
  return BY_NAME.get(name);
}
