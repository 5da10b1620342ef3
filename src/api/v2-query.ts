/** A RunQuery as the body of v2 `runs/query` (CONTRACT §7.1), and what has no counterpart there. */
import type { RunQuery } from '../contract/api.ts';
import type { JsonObject } from '../contract/run.ts';
import { UnsupportedError } from '../contract/unsupported-error.ts';
import { allOf } from '../lib/all-of.ts';
import { equals } from './filter-text.ts';
import type { Notices } from './notices.ts';
import { compact } from './v1-query.ts';

const needsProject = () =>
  new UnsupportedError(
    'This server searches only inside projects.',
    'Choose one or more projects. A run id alone can be opened through the search for ids.',
  );

/** Everything but window, selects and page. */
export function v2Filters(query: RunQuery, notices: Notices): JsonObject {
  if (query.projectIds.length === 0) throw needsProject();
  if (query.parentRunId)
    notices.add(
      'parent-as-filter',
      'This server has no argument for the parent run; it is asked for as the filter eq(parent_run_id, …).',
    );
  if (query.query)
    notices.add('ai-query', 'The server turns your words into a filter itself; which one, it does not tell.');
  return compact({
    project_ids: [...query.projectIds],
    ids: [...(query.runIds ?? [])],
    trace_id: query.traceId,
    reference_examples: query.referenceExampleId ? [query.referenceExampleId] : [],
    run_type: query.runType?.toUpperCase(),
    has_error: query.error,
    is_root: query.isRoot,
    filter: allOf(query.filter, query.parentRunId ? equals('parent_run_id', query.parentRunId) : undefined),
    trace_filter: query.traceFilter,
    tree_filter: query.treeFilter,
    ai_query: query.query,
  });
}
