/** The questions of a download as arguments of the SDKs' methods: `list_runs` as it was, `runs.query` as it is now. */
import type { RunField, RunQuery, TimeWindow } from '../../contract/api.ts';
import { printTimestamp } from '../../contract/timestamp.ts';
import { findsOf, PART_TYPES, tasksOf } from '../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../extract/spec.ts';
import type { Argument } from '../code-text.ts';
import { allOf, comparisonText } from '../question.ts';
import { selectNames } from '../select-names.ts';
import { asked } from '../v1-arguments.ts';
import { BEGINNING } from '../v2-arguments.ts';

export type Arguments = Readonly<Record<string, Argument>>;

/** What the first questions are about is found by them alone, and read afterwards (extract/plan/follow-ups.ts). */
export const findsTraces = ({ kind, source }: ExtractSpec): boolean => findsOf(kind, source) === 'traces';

/** What is asked of the traces found, but for the filter that names them. */
export const partQuery = ({ kind }: ExtractSpec, projectIds: readonly string[]): RunQuery => ({
  projectIds,
  window: {},
  runType: PART_TYPES[kind],
});

/** One question for each batch of ids; a window is asked in one piece, whose pages the SDK follows. */
export function scriptQueries({ kind, source }: ExtractSpec): readonly RunQuery[] {
  if (source.kind !== 'question' || source.query.runIds?.length)
    return tasksOf(kind, source, undefined, 0).map(({ query }) => query);
  const window: TimeWindow = source.query.window;
  // A window of no length is one slice: what is wanted is the question, its own window is put back.
  const bounded = { ...source, query: { ...source.query, window: { from: 0, to: 1 } } };
  return tasksOf(kind, bounded, undefined, 0)
    .slice(0, 1)
    .map(({ query }) => ({ ...query, window: source.query.traceId === undefined ? window : {} }));
}

const text = (time: number | undefined) => (time === undefined ? undefined : printTimestamp(time));
const some = (list: readonly string[] | undefined) => (list?.length ? list : undefined);

/** LangSmith's own field, on the root runs of the threads. */
function withThreads({ threadIds, ...query }: RunQuery): RunQuery {
  if (!threadIds?.length) return query;
  const each = threadIds.map((id) => comparisonText('eq', 'thread_id', id));
  const thread = each.length === 1 ? each[0] : `or(${each.join(', ')})`;
  return query.isRoot === true
    ? { ...query, filter: allOf(query.filter, thread) }
    : { ...query, traceFilter: allOf(query.traceFilter, thread) };
}

/** Names of the HTTP body; each language has its own for some. `start_time` and `end_time` are RFC 3339. */
export function oldArguments(asking: RunQuery, fields: readonly RunField[]): Arguments {
  const query = withThreads(asking);
  const select = selectNames(['trace_id', 'start_time', ...fields], 'v1').names;
  // Whatever stands beside ids is ignored there (CONTRACT §4.1).
  if (query.runIds?.length) return asked({ id: query.runIds, select });
  const { window } = query;
  return asked({
    session: some(query.projectIds),
    trace: query.traceId,
    parent_run: query.parentRunId,
    reference_example: query.referenceExampleId,
    run_type: query.runType,
    is_root: query.isRoot,
    error: query.error,
    query: query.query,
    filter: query.filter,
    trace_filter: query.traceFilter,
    tree_filter: query.treeFilter,
    start_time: text(window.from),
    end_time: text(window.to),
    select,
  });
}

/** Without a lower bound v2 would look at the last day only. */
export function newArguments(asking: RunQuery, fields: readonly RunField[]): Arguments {
  const query = withThreads(asking);
  const { window, parentRunId, referenceExampleId } = query;
  const wanted = ['trace_id', 'start_time', ...fields, ...(fields.includes('extra') ? ['metadata'] : [])];
  return asked({
    project_ids: some(query.projectIds),
    ids: some(query.runIds),
    trace_id: query.traceId,
    reference_examples: referenceExampleId === undefined ? undefined : [referenceExampleId],
    run_type: query.runType?.toUpperCase(),
    has_error: query.error,
    is_root: query.isRoot,
    filter: allOf(
      query.filter,
      parentRunId === undefined ? undefined : comparisonText('eq', 'parent_run_id', parentRunId),
    ),
    trace_filter: query.traceFilter,
    tree_filter: query.treeFilter,
    min_start_time: text(window.from) ?? BEGINNING,
    max_start_time: text(window.to),
    selects: selectNames(wanted, 'v2').names,
  });
}
