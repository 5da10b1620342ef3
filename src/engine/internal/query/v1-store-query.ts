import type { Expression } from '../../../filter/ast.ts';
import { HttpError } from '../http/http-error.ts';
import type { StoreQuery } from '../store/types.ts';
import { both } from './both.ts';
import { readFilter } from './read-filter.ts';
import { readQuestion } from './read-question.ts';
import type { V1Filters } from './v1-body.ts';

export interface V1Query {
  readonly query: StoreQuery;
  /** The filter that the `query` argument became. */
  readonly parsedQuery: string | null;
}

/** CONTRACT §0.4-5: some scope is needed, and ids make everything else irrelevant. */
export function v1StoreQuery(body: V1Filters): V1Query {
  if (!hasScope(body)) {
    throw new HttpError(
      400,
      "At least one of 'session', 'id', 'parent_run', 'trace' or 'reference_example' must be specified",
    );
  }
  if (body.id) return { query: { ids: body.id }, parsedQuery: null };
  const question = readQuestion(body.query);
  return { query: conditions(body, question?.tree), parsedQuery: question?.filter ?? null };
}

function conditions(body: V1Filters, question: Expression | undefined): StoreQuery {
  return defined({
    projectIds: body.session,
    traceIds: body.trace ? [body.trace] : undefined,
    parentRunId: body.parent_run,
    referenceExampleIds: body.reference_example,
    runType: body.run_type,
    hasError: body.error,
    isRoot: body.is_root ?? (body.execution_order === 1 ? true : undefined),
    from: body.start_time,
    to: body.end_time,
    filter: both(readFilter('filter', body.filter), question),
    traceFilter: readFilter('trace_filter', body.trace_filter),
    treeFilter: readFilter('tree_filter', body.tree_filter),
  });
}

function hasScope(body: V1Filters): boolean {
  const lists = [body.session, body.id, body.reference_example];
  return lists.some((list) => list && list.length > 0) || !!body.parent_run || !!body.trace;
}

/** Null and undefined both mean "not asked" on the wire; the store knows only absence. */
function defined(query: { readonly [Key in keyof StoreQuery]: StoreQuery[Key] | null }): StoreQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null),
  ) as StoreQuery;
}
